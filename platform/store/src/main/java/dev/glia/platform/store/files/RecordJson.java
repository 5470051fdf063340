package dev.glia.platform.store.files;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonSerializationContext;
import com.google.gson.JsonSerializer;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import dev.glia.api.component.Fault;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * Records as JSON. A value of a sealed interface says in {@code type} which of its records it is.
 * Numbers that aren't finite are {@code NaN}, {@code Infinity}, as Python writes and reads them.
 */
public final class RecordJson {
  private static final String TYPE = "type";

  private static final Gson GSON =
      new GsonBuilder()
          .serializeSpecialFloatingPointValues()
          .disableHtmlEscaping()
          .registerTypeAdapter(Instant.class, new InstantAdapter().nullSafe())
          .registerTypeAdapter(Optional.class, (JsonSerializer<Optional<?>>) RecordJson::optional)
          .registerTypeAdapterFactory(new SealedInterfaces())
          .create();

  private RecordJson() {}

  public static byte[] bytes(Object record) {
    return text(record).getBytes(StandardCharsets.UTF_8);
  }

  public static String text(Object record) {
    return GSON.toJson(record);
  }

  /**
   * Reads a record back.
   *
   * @param what for the message
   * @throws Fault EXTERNAL if it's damaged
   */
  public static <T> T read(String what, String text, Type type) {
    try {
      T value = GSON.fromJson(text, type);
      if (value != null) {
        return value;
      }
    } catch (RuntimeException e) {
      // A record refuses wrong values by exceptions of many kinds.
      throw new Fault(Fault.Kind.EXTERNAL, what + " is damaged: " + e.getMessage(), e);
    }
    throw new Fault(Fault.Kind.EXTERNAL, what + " is damaged: it's empty");
  }

  /** Its value, or nothing; only written. */
  private static JsonElement optional(
      Optional<?> value, Type type, JsonSerializationContext context) {
    return value.isPresent() ? context.serialize(value.get()) : JsonNull.INSTANCE;
  }

  private static final class InstantAdapter extends TypeAdapter<Instant> {
    @Override
    public void write(JsonWriter out, Instant value) throws IOException {
      out.value(value.toString());
    }

    @Override
    public Instant read(JsonReader in) throws IOException {
      return Instant.parse(in.nextString());
    }
  }

  private static final class SealedInterfaces implements TypeAdapterFactory {
    @Override
    public <T> TypeAdapter<T> create(Gson gson, TypeToken<T> token) {
      Class<? super T> raw = token.getRawType();
      return raw.isInterface() && raw.isSealed() ? new SealedAdapter<>(gson, raw) : null;
    }
  }

  private static final class SealedAdapter<T> extends TypeAdapter<T> {
    private final Gson gson;
    private final Class<? super T> parent;

    SealedAdapter(Gson gson, Class<? super T> parent) {
      this.gson = gson;
      this.parent = parent;
    }

    @Override
    public void write(JsonWriter out, T value) {
      JsonObject object = new JsonObject();
      object.addProperty(TYPE, value.getClass().getSimpleName());
      gson.toJsonTree(value, value.getClass()).getAsJsonObject().asMap().forEach(object::add);
      gson.toJson(object, out);
    }

    @Override
    @SuppressWarnings("unchecked")
    public T read(JsonReader in) {
      JsonElement element = gson.fromJson(in, JsonElement.class);
      String type =
          element instanceof JsonObject object && object.has(TYPE)
              ? object.get(TYPE).getAsString()
              : "";
      for (Class<?> each : parent.getPermittedSubclasses()) {
        if (each.getSimpleName().equals(type)) {
          return (T) gson.fromJson(element, each);
        }
      }
      throw new JsonParseException("'" + type + "' is no " + parent.getSimpleName());
    }
  }
}
