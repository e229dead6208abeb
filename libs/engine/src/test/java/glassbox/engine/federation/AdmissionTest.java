package glassbox.engine.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class AdmissionTest {

  @Test
  void turnsAwayWhatFindsNoPlace() {
    Admission admission = new Admission(1, Duration.ofMillis(5));
    try (Admission.Permit first = admission.enter()) {
      assertThat(admission.inFlight()).isEqualTo(1);
      assertThatExceptionOfType(FederationException.Busy.class).isThrownBy(admission::enter);
    }
    assertThat(admission.inFlight()).isZero();
    admission.enter().close();
  }

  @Test
  void drainWaitsForWhatRuns() throws Exception {
    Admission admission = new Admission(2, Duration.ZERO);
    CountDownLatch draining = new CountDownLatch(1);
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      Admission.Permit running = admission.enter();
      Future<Boolean> drained =
          executor.submit(
              () -> {
                draining.countDown();
                return admission.drain(Duration.ofSeconds(20));
              });
      draining.await();
      assertThat(drained.isDone()).isFalse();
      running.close();
      assertThat(drained.get()).isTrue();
    }
    assertThatExceptionOfType(FederationException.Draining.class).isThrownBy(admission::enter);
    assertThat(admission.draining()).isTrue();
  }

  @Test
  void drainGivesUpAfterItsLimit() {
    Admission admission = new Admission(1, Duration.ZERO);
    try (Admission.Permit running = admission.enter()) {
      assertThat(admission.drain(Duration.ofMillis(5))).isFalse();
    }
    assertThat(admission.drain(Duration.ofMillis(5))).isTrue();
  }
}
