package glassbox.engine.decoder;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Both backends, for tests that hold each to the same. */
final class Backends {
  private Backends() {}

  static DecoderOptions f32(Backend backend) {
    return new DecoderOptions(1, backend, Precision.F32);
  }

  /** Every value with every backend. */
  static Stream<Arguments> times(Object... values) {
    List<Backend> backends = List.of(Backend.values());
    return Arrays.stream(values)
        .flatMap(value -> backends.stream().map(backend -> Arguments.of(value, backend)));
  }
}
