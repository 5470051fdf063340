package dev.glia.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glia.api.component.Fault;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {
  private static final int INPUTS = Integer.getInteger("glia.fuzz", 50_000);

  private static Safetensors two() {
    SequencedMap<String, Safetensors.Entry> tensors = new LinkedHashMap<>();
    tensors.put("a", new Safetensors.Entry(Safetensors.Type.I16, new long[] {2, 1}, new byte[4]));
    tensors.put(
        "b.c",
        new Safetensors.Entry(Safetensors.Type.F32, new long[0], new byte[] {0, 0, -128, 63}));
    return new Safetensors(tensors, Map.of("by", "me"));
  }

  private static byte[] file(String header, int data) {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + text.length + data)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(text.length)
        .put(text)
        .array();
  }

  /** The layout of the format's description. */
  @Test
  void bytesAreThoseOfTheFormat() {
    byte[] bytes = two().bytes();
    String json =
        "{\"__metadata__\":{\"by\":\"me\"},"
            + "\"a\":{\"dtype\":\"I16\",\"shape\":[2,1],\"data_offsets\":[0,4]},"
            + "\"b.c\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[4,8]}}";
    long length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    assertThat(length % 8).isZero();
    assertThat(new String(bytes, 8, (int) length, StandardCharsets.UTF_8).stripTrailing())
        .isEqualTo(json);
    assertThat(bytes).hasSize((int) (8 + length + 8)).endsWith(0, 0, -128, 63);
  }

  @Test
  void whatIsWrittenIsRead() {
    Safetensors read = Safetensors.of(two().bytes(), "x");
    assertThat(read.metadata()).containsOnly(Map.entry("by", "me"));
    assertThat(read.tensors().keySet()).containsExactly("a", "b.c");
    assertThat(read.tensors().get("a").shape()).containsExactly(2, 1);
    assertThat(read.tensors().get("b.c").bytes()).containsExactly(0, 0, -128, 63);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [1]                                                                    | isn't a JSON object
          {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}} | twice
          {"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}                 | 0 is the next
          {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}                 | go on after
          {"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}                 | aren't F32 of [3]
          {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,12]}}                | 8 the end
          {"a":{"dtype":"F31","shape":[2],"data_offsets":[0,8]}}                 | 'F31'
          {"a":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,8]}} | overflow
          {"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}                | side of -2
          {"a":{"dtype":"F32","shape":[2]}}                                      | lacks
          {"a":                                                                  | isn't JSON
          """)
  void brokenFilesAreRefusedWithTheirName(String header, String because) {
    assertThatThrownBy(() -> Safetensors.of(file(header, 8), "model.safetensors"))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("model.safetensors")
        .hasMessageContaining(because);
  }

  @Test
  void anyBytesAreReadOrRefused() {
    SplittableRandom random = new SplittableRandom(1);
    byte[] valid = two().bytes();
    int read = 0;
    for (int i = 0; i < INPUTS; i++) {
      byte[] bytes = Arrays.copyOf(valid, valid.length - random.nextInt(4) * random.nextInt(40));
      for (int flips = random.nextInt(4); flips > 0; flips--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      try {
        Safetensors.of(bytes, "x");
        read++;
      } catch (Fault refused) {
        assertThat(refused.getMessage()).contains("'x' isn't a safetensors file");
      }
    }
    assertThat(read).isBetween(INPUTS / 100, INPUTS);
  }
}
