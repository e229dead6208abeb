package glassbox.lab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SideBySideTest {

  private final Set<String> done = ConcurrentHashMap.newKeySet();

  private SideBySide.Task task(String name) {
    return () -> done.add(name);
  }

  @Test
  void doesEveryTaskBeforeItComesBack() throws IOException {
    new SideBySide(2).run(IntStream.range(0, 9).mapToObj(i -> task("" + i)).toList());
    assertThat(done).hasSize(9);
  }

  @Test
  void runsTwoAtATime() throws IOException {
    var both = new CyclicBarrier(2);
    SideBySide.Task meeting =
        () -> {
          try {
            both.await(30, TimeUnit.SECONDS);
          } catch (Exception e) {
            throw new IOException(e);
          }
        };
    new SideBySide(2).run(List.of(meeting, meeting, meeting, meeting));
    assertThat(both.isBroken()).isFalse();
  }

  @Test
  void aFailureEndsTheOthersAndIsWhatIsThrown() {
    var lanes = new SideBySide(2);
    var running = new CountDownLatch(1);
    SideBySide.Task asking =
        () -> {
          running.countDown();
          while (!lanes.calledOff()) {
            Thread.onSpinWait();
          }
          done.add("ended early");
          throw new IllegalStateException("called off");
        };
    SideBySide.Task failing =
        () -> {
          try {
            running.await();
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
          throw new IOException("the disk is full");
        };
    assertThatThrownBy(() -> lanes.run(List.of(asking, failing, task("third"))))
        .isInstanceOf(IOException.class)
        .hasMessage("the disk is full")
        .satisfies(thrown -> assertThat(thrown.getSuppressed()).hasSize(1));
    assertThat(done).containsExactly("ended early");
  }
}
