package glassbox.inference.certificate;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.springframework.stereotype.Component;

/**
 * The processor time of the calling thread, on which passes compute: a pass that waits for its
 * turn, or is interrupted by others, costs no more for it.
 */
@Component
final class CpuTime implements Stopwatch {
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  @Override
  public long nanos() {
    return threads.getCurrentThreadCpuTime();
  }
}
