package glassbox.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import glassbox.gateway.access.Allowance;
import glassbox.gateway.access.Caller;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;

class TurnstileTest {
  private final Turnstile turnstile = new Turnstile();

  private static Caller caller(String tenant, long tokens, int places) {
    return new Caller("key", tenant, Set.of(), false, new Allowance(tokens, places));
  }

  @Test
  void givesBackWhatWasSetAsideButNotSpent() {
    Caller caller = caller("a", 100, 2);
    for (int i = 0; i < 10; i++) {
      try (Admission admission = turnstile.admit(caller, 80)) {
        admission.spend(2);
      }
    }

    assertThatThrownBy(() -> turnstile.admit(caller, 90))
        .isInstanceOfSatisfying(
            LimitExceeded.class,
            e -> {
              assertThat(e.kind()).isEqualTo(LimitExceeded.Kind.TOKENS);
              assertThat(e.retryAfter()).isPositive();
            });
  }

  @Test
  void chargesWhatWasSpentBeyondTheEstimate() {
    Caller caller = caller("b", 100, 2);
    try (Admission admission = turnstile.admit(caller, 1)) {
      admission.spend(100);
    }

    assertThatThrownBy(() -> turnstile.admit(caller, 50)).isInstanceOf(LimitExceeded.class);
  }

  @Test
  void closingTwiceGivesBackOnce() {
    Caller caller = caller("c", 100, 1);
    Admission admission = turnstile.admit(caller, 1);
    admission.close();
    admission.close();

    turnstile.admit(caller, 1);
    assertThatThrownBy(() -> turnstile.admit(caller, 1))
        .isInstanceOfSatisfying(
            LimitExceeded.class,
            e -> assertThat(e.kind()).isEqualTo(LimitExceeded.Kind.CONCURRENCY));
  }

  @Test
  void refusalForTokensKeepsNoPlace() {
    Caller caller = caller("d", 100, 1);
    try (Admission admission = turnstile.admit(caller, 100)) {
      admission.spend(100);
    }
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> turnstile.admit(caller, 100))
          .isInstanceOfSatisfying(
              LimitExceeded.class, e -> assertThat(e.kind()).isEqualTo(LimitExceeded.Kind.TOKENS));
    }
  }

  @Test
  void letsARequestInThatIsLargerThanAMinutesWorth() {
    try (Admission admission = turnstile.admit(caller("e", 100, 1), 1_000_000)) {
      admission.spend(10);
    }
  }

  @Test
  void tenantsDoNotShare() {
    Admission one = turnstile.admit(caller("f", 100, 1), 100);
    Admission two = turnstile.admit(caller("g", 100, 1), 100);
    one.close();
    two.close();
  }

  @Test
  void pinsTheDefaultLimits() {
    assertThat(new Binder().bindOrCreate("glassbox.gateway.limits", LimitsProperties.class))
        .isEqualTo(new LimitsProperties(32_768, 131_072, 1_024));
    assertThat(Allowance.DEFAULT).isEqualTo(new Allowance(200_000, 8));
  }
}
