package dev.glia.api.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumValueDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.DescriptorProtos.OneofDescriptorProto;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Each kind of breakage, and each freedom, on a released message of three fields and an enum. */
class MessageEvolutionTest {

  private static final int V = 0;
  private static final int WEIGHTS = 1;
  private static final int UNIT = 2;

  @Test
  void nothingChangedNothingBroken() {
    assertThat(breaks(message -> {})).isEmpty();
  }

  @Test
  void addingIsFree() {
    assertThat(
            breaks(
                message -> {
                  message.addField(field("delay", 9, Type.TYPE_INT32, Label.LABEL_OPTIONAL));
                  message.addNestedType(DescriptorProto.newBuilder().setName("New"));
                  message.getEnumTypeBuilder(0).addValue(value("SIEMENS", 2));
                }))
        .isEmpty();
  }

  @Test
  void reusedNumberIsRefused() {
    assertThat(breaks(message -> message.getFieldBuilder(V).setName("rate")))
        .containsExactly(
            "Field glia.v1.Neuron.v = 1: its number now belongs to rate;"
                + " a number is never reused or renamed.");
  }

  @Test
  void changedNumberIsRefused() {
    assertThat(breaks(message -> message.getFieldBuilder(V).setNumber(5)))
        .containsExactly("Field glia.v1.Neuron.v = 1 changed its number.");
  }

  @Test
  void changedTypeIsRefused() {
    assertThat(breaks(message -> message.getFieldBuilder(V).setType(Type.TYPE_DOUBLE)))
        .containsExactly("Field glia.v1.Neuron.v = 1 changed its type from float to double.");
  }

  @Test
  void changedEnumTypeIsRefused() {
    assertThat(breaks(message -> message.getFieldBuilder(UNIT).setTypeName(".glia.v1.Other")))
        .containsExactly(
            "Field glia.v1.Neuron.unit = 3 changed its type from glia.v1.Neuron.Unit"
                + " to glia.v1.Other.");
  }

  @Test
  void changedLabelIsRefused() {
    assertThat(breaks(message -> message.getFieldBuilder(WEIGHTS).setLabel(Label.LABEL_OPTIONAL)))
        .containsExactly(
            "Field glia.v1.Neuron.weights = 2 changed its label from repeated to singular.");
  }

  @Test
  void movingIntoOneofIsRefused() {
    assertThat(
            breaks(
                message -> {
                  message.addOneofDecl(OneofDescriptorProto.newBuilder().setName("kind"));
                  message.getFieldBuilder(V).setOneofIndex(0);
                }))
        .containsExactly("Field glia.v1.Neuron.v = 1 moved into or out of a oneof.");
  }

  @Test
  void becomingOptionalIsFree() {
    assertThat(
            breaks(
                message -> {
                  message.addOneofDecl(OneofDescriptorProto.newBuilder().setName("_v"));
                  message.getFieldBuilder(V).setOneofIndex(0).setProto3Optional(true);
                }))
        .isEmpty();
  }

  @Test
  void fieldRemovedWithoutReservationIsRefused() {
    List<String> wanted =
        List.of(
            "Field glia.v1.Neuron.v = 1 was removed without 'reserved 1;' and 'reserved \"v\";'.");

    assertThat(breaks(message -> message.removeField(V))).isEqualTo(wanted);
    assertThat(breaks(message -> message.removeField(V).addReservedName("v"))).isEqualTo(wanted);
    assertThat(breaks(message -> message.removeField(V).addReservedRange(range(1))))
        .isEqualTo(wanted);
  }

  @Test
  void fieldRemovedWithReservationIsAccepted() {
    assertThat(
            breaks(
                message -> message.removeField(V).addReservedRange(range(1)).addReservedName("v")))
        .isEmpty();
  }

  @Test
  void givenUpReservationIsRefused() {
    assertThat(breaks(message -> message.clearReservedRange().clearReservedName()))
        .containsExactly(
            "Message glia.v1.Neuron: number 7 was reserved and no longer is.",
            "Message glia.v1.Neuron: name \"old\" was reserved and no longer is.");
  }

  @Test
  void removedEnumValueIsRefused() {
    assertThat(breaks(message -> message.getEnumTypeBuilder(0).removeValue(1)))
        .containsExactly(
            "Enum value glia.v1.Neuron.Unit.VOLT = 1 was removed, renamed or renumbered.");
  }

  @Test
  void renamedEnumValueIsRefused() {
    assertThat(breaks(message -> message.getEnumTypeBuilder(0).getValueBuilder(1).setName("V")))
        .hasSize(1);
  }

  @Test
  void removedEnumIsRefused() {
    assertThat(breaks(DescriptorProto.Builder::clearEnumType))
        .containsExactly("Enum glia.v1.Neuron.Unit was removed or renamed.");
  }

  @Test
  void removedMessageIsRefused() {
    assertThat(breaks(message -> message.setName("Cell")))
        .contains("Message glia.v1.Neuron was removed or renamed.");
  }

  @Test
  void removedNestedMessageIsRefused() {
    assertThat(breaks(DescriptorProto.Builder::clearNestedType))
        .containsExactly("Message glia.v1.Neuron.Inner was removed or renamed.");
  }

  private static List<String> breaks(Consumer<DescriptorProto.Builder> change) {
    DescriptorProto.Builder changed = released().toBuilder();
    change.accept(changed);
    return MessageEvolution.breaks(set(released()), set(changed.build()));
  }

  private static DescriptorProto released() {
    return DescriptorProto.newBuilder()
        .setName("Neuron")
        .addField(field("v", 1, Type.TYPE_FLOAT, Label.LABEL_OPTIONAL))
        .addField(field("weights", 2, Type.TYPE_FLOAT, Label.LABEL_REPEATED))
        .addField(
            field("unit", 3, Type.TYPE_ENUM, Label.LABEL_OPTIONAL)
                .setTypeName(".glia.v1.Neuron.Unit"))
        .addReservedRange(range(7))
        .addReservedName("old")
        .addNestedType(DescriptorProto.newBuilder().setName("Inner"))
        .addEnumType(
            EnumDescriptorProto.newBuilder()
                .setName("Unit")
                .addValue(value("NONE", 0))
                .addValue(value("VOLT", 1)))
        .build();
  }

  private static FieldDescriptorProto.Builder field(
      String name, int number, Type type, Label label) {
    return FieldDescriptorProto.newBuilder()
        .setName(name)
        .setNumber(number)
        .setType(type)
        .setLabel(label);
  }

  private static EnumValueDescriptorProto.Builder value(String name, int number) {
    return EnumValueDescriptorProto.newBuilder().setName(name).setNumber(number);
  }

  private static DescriptorProto.ReservedRange range(int number) {
    return DescriptorProto.ReservedRange.newBuilder().setStart(number).setEnd(number + 1).build();
  }

  private static FileDescriptorSet set(DescriptorProto message) {
    return FileDescriptorSet.newBuilder()
        .addFile(
            FileDescriptorProto.newBuilder()
                .setName("glia/v1/test.proto")
                .setPackage("glia.v1")
                .addMessageType(message))
        .build();
  }
}
