package glassbox.critic.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.critics.Critic;
import glassbox.critics.CriticIdentity;
import glassbox.critics.Draft;
import glassbox.critics.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class BenchTest {
  private static final Draft DRAFT = Draft.of("", "");

  @Test
  void criticsRunSideBySide() {
    CyclicBarrier both = new CyclicBarrier(2);
    Critic meets = critic("meets", () -> meet(both));
    try (Bench bench = new Bench(Duration.ofSeconds(20), Duration.ofSeconds(20), 2)) {
      assertThat(bench.judge(List.of(meets, meets), DRAFT))
          .extracting(Bench.Judged::verdict)
          .containsExactly(new Verdict.Passed(1), new Verdict.Passed(1));
    }
  }

  @Test
  void lateCriticIsUnavailableAndOthersAreNot() {
    CountDownLatch never = new CountDownLatch(1);
    Critic late = critic("late", () -> await(never));
    Critic quick = critic("quick", () -> new Verdict.Passed(3));
    try (Bench bench = new Bench(Duration.ofMillis(300), Duration.ofSeconds(20), 2)) {
      List<Bench.Judged> judged = bench.judge(List.of(late, quick), DRAFT);
      assertThat(judged.get(0).verdict())
          .isEqualTo(new Verdict.Unavailable("not done within 300 ms"));
      assertThat(judged.get(1).verdict()).isEqualTo(new Verdict.Passed(3));
    }
  }

  @Test
  void brokenCriticIsUnavailable() {
    Critic broken =
        critic(
            "broken",
            () -> {
              throw new IllegalStateException("secret text");
            });
    try (Bench bench = new Bench(Duration.ofSeconds(20), Duration.ofSeconds(20), 1)) {
      assertThat(bench.judge(List.of(broken), DRAFT).getFirst().verdict())
          .isEqualTo(new Verdict.Unavailable("the critic failed"));
    }
  }

  @Test
  void closedBenchIsUnavailable() {
    Bench bench = new Bench(Duration.ofSeconds(20), Duration.ofSeconds(20), 1);
    bench.close();
    Critic any = critic("any", () -> new Verdict.Passed(0));
    assertThat(bench.judge(List.of(any), DRAFT).getFirst().verdict())
        .isInstanceOf(Verdict.Unavailable.class);
  }

  private static Verdict meet(CyclicBarrier both) {
    try {
      both.await();
      return new Verdict.Passed(1);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Verdict await(CountDownLatch latch) {
    try {
      latch.await();
      return new Verdict.Passed(0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Verdict.Passed(0);
    }
  }

  private static Critic critic(String name, Supplier<Verdict> verdict) {
    CriticIdentity identity = CriticIdentity.of(name, "1", "", Map.of());
    return new Critic() {
      @Override
      public CriticIdentity identity() {
        return identity;
      }

      @Override
      public Verdict judge(Draft draft) {
        return verdict.get();
      }
    };
  }
}
