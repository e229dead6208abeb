package glassbox.shell.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeOrderedRunIdsTest {

  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00.123Z");

  private static RunIds at(Instant instant) {
    return new TimeOrderedRunIds(
        Clock.fixed(instant, ZoneOffset.UTC), new SplittableRandom(7).split());
  }

  @Test
  void isVersionSevenWithTheTimeInFront() {
    UUID id = at(NOW).next();
    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
  }

  @Test
  void sortsByTimeAndDoesNotRepeat() {
    assertThat(at(NOW).next().toString()).isLessThan(at(NOW.plusMillis(1)).next().toString());
    RunIds ids = at(NOW);
    assertThat(Stream.generate(ids::next).limit(10_000).distinct()).hasSize(10_000);
  }
}
