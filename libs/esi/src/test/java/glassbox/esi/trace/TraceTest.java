package glassbox.esi.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceTest {

  private static final Instant AT = Instant.parse("2026-11-01T10:00:00Z");
  private static final Trace TRACE =
      Trace.EMPTY
          .issue("tool", "calculator", "12*35", "420", AT)
          .issue("tool", "calculator", "12*35", "420", AT.plusSeconds(1))
          .issue("tool", "convert", "420 kg g", "420000 g", AT);

  @Test
  void issuesIdsInOrder() {
    assertThat(TRACE.fragments()).extracting(Fragment::id).containsExactly("t1", "t2", "t3");
    assertThat(TRACE.nextId()).isEqualTo("t4");
    assertThat(Trace.EMPTY.fragments()).isEmpty();
  }

  @Test
  void countsARepetitionOnceAndAForgedIdNever() {
    Trace claimed = TRACE.claim("420 kg", List.of("t1", "t2", "t9", "calc#A913"));
    Claim claim = claimed.claims().getFirst();
    assertThat(claimed.independent(claim)).isEqualTo(1);
    assertThat(claimed.forged(claim)).containsExactly("t9", "calc#A913");
    assertThat(claimed.redundancy()).contains(1.0);
    assertThat(TRACE.redundancy()).isEmpty();
  }

  @Test
  void hashesEveryValueInItsPlace() {
    Fragment fragment = Fragment.of("tool", "sql", "t1", "ab", "c", AT);
    assertThat(fragment.hash()).matches("blake3:[0-9a-f]{64}");
    assertThat(fragment.intact()).isTrue();
    assertThat(Fragment.of("tool", "sql", "t1", "a", "bc", AT).hash())
        .isNotEqualTo(fragment.hash());
    assertThat(new Fragment("tool", "sql", "t1", "ab", "d", fragment.hash(), AT).intact())
        .isFalse();
  }
}
