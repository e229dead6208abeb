package glassbox.inference.monitor;

import glassbox.contracts.specialist.ChannelMonitor;
import glassbox.engine.legible.BackdoorMonitor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One watched specialist. Its suspicion outlives the statistic, which begins anew at a start. */
final class Watch {
  private final String specialist;
  private final String digest;
  private final ChannelMonitor.Reason reason;
  private final BackdoorMonitor monitor;
  private @Nullable Instant suspectSince;

  Watch(WatchFile.Known known, ChannelMonitor.Reason reason, BackdoorMonitor monitor) {
    this.specialist = known.specialist();
    this.digest = known.digest();
    this.reason = reason;
    this.monitor = monitor;
    this.suspectSince = known.suspectSince();
  }

  String specialist() {
    return specialist;
  }

  String digest() {
    return digest;
  }

  /** Takes a certified answer in; whether it is this one that makes the specialist suspect. */
  synchronized boolean observe(double[] deltas, Instant now) {
    boolean becomes = monitor.observe(deltas) && suspectSince == null;
    if (becomes) {
      suspectSince = now;
    }
    return becomes;
  }

  synchronized void clear() {
    suspectSince = null;
    monitor.clear();
  }

  synchronized boolean suspect() {
    return suspectSince != null;
  }

  double statistic() {
    return monitor.state().statistic();
  }

  synchronized WatchFile.Known known() {
    return new WatchFile.Known(digest, specialist, reason, suspectSince);
  }

  synchronized ChannelMonitor view() {
    BackdoorMonitor.State state = monitor.state();
    return new ChannelMonitor(
        reason,
        suspectSince,
        state.answers(),
        state.tokens(),
        state.statistic(),
        monitor.design().threshold());
  }
}
