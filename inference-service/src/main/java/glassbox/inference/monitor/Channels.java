package glassbox.inference.monitor;

import glassbox.contracts.specialist.ChannelMonitor;
import glassbox.contracts.specialist.ChannelMonitor.Reason;
import glassbox.engine.checkpoint.LegibleConfig;
import glassbox.engine.federation.Member;
import glassbox.engine.forward.LegibleChannel;
import glassbox.engine.legible.BackdoorMonitor;
import glassbox.engine.legible.BackdoorMonitor.Design;
import glassbox.inference.certificate.DeltaWatch;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The watched specialists. Watched is who speaks through codes that were not trained with it, and
 * whose files were not here at the first start; both need calibrated codes. Safe for use by several
 * threads.
 */
public final class Channels implements DeltaWatch {
  private static final Logger LOG = LoggerFactory.getLogger(Channels.class);

  private final WatchFile file;
  private final Clock clock;
  private final Map<String, WatchFile.Known> known = new TreeMap<>();
  private final Map<String, Watch> watches = new LinkedHashMap<>();

  /** Takes up the watches of before and begins those of new files. */
  Channels(Collection<Member> members, WatchFile file, Clock clock, double answersToFalseAlarm) {
    this.file = file;
    this.clock = clock;
    Optional<List<WatchFile.Known>> before = file.read();
    before.ifPresent(all -> all.forEach(one -> known.put(one.digest(), one)));
    for (Member member : members) {
      begin(member, before.isPresent(), answersToFalseAlarm);
    }
    file.write(List.copyOf(known.values()));
  }

  private void begin(Member member, boolean startedBefore, double answersToFalseAlarm) {
    Optional<LegibleChannel> channel = member.channel();
    WatchFile.Known seen =
        known.computeIfAbsent(
            member.digest(),
            digest ->
                new WatchFile.Known(
                    digest, member.id(), reason(channel, startedBefore).orElse(null), null));
    @Nullable Reason reason = seen.reason();
    if (reason == null) {
      return;
    }
    Optional<LegibleConfig.Calibration> calibration =
        channel.flatMap(c -> c.config().calibration());
    if (calibration.isEmpty()) {
      LOG.warn("{} cannot be watched: its codes are not calibrated", member.id());
      return;
    }
    Design usual = Design.of(calibration.get().deltaP99());
    Design design =
        new Design(
            usual.level(), usual.clean(), usual.triggered(), usual.rate(), answersToFalseAlarm);
    Watch watch = new Watch(seen, reason, new BackdoorMonitor(design));
    watches.put(member.id(), watch);
    LOG.info("{} is watched: {}{}", member.id(), reason, watch.suspect() ? ", SUSPECT" : "");
  }

  private static Optional<Reason> reason(Optional<LegibleChannel> channel, boolean startedBefore) {
    if (channel.isPresent() && !channel.get().own()) {
      return Optional.of(Reason.FROZEN_CHANNEL);
    }
    return channel.isPresent() && startedBefore ? Optional.of(Reason.ADDED) : Optional.empty();
  }

  /** Nothing comes of it for a specialist that is not watched. */
  @Override
  public void observe(String specialist, double[] deltas) {
    Watch watch = watches.get(specialist);
    if (watch != null && watch.observe(deltas, clock.instant())) {
      LOG.error("{} is SUSPECT: its deltas are far above the calibrated ones", specialist);
      save(watch);
    }
  }

  /** Ends the suspicion of a specialist and begins its watch anew; nothing for one not watched. */
  public void clear(String specialist) {
    Watch watch = watches.get(specialist);
    if (watch != null) {
      watch.clear();
      save(watch);
      LOG.warn("the suspicion of {} is cleared", specialist);
    }
  }

  private synchronized void save(Watch watch) {
    known.put(watch.digest(), watch.known());
    file.write(List.copyOf(known.values()));
  }

  /** The watch over a specialist; null where there is none. */
  public @Nullable ChannelMonitor of(String specialist) {
    Watch watch = watches.get(specialist);
    return watch == null ? null : watch.view();
  }

  /** Aliases of the specialists that are suspect. */
  List<String> suspects() {
    List<String> suspects = new ArrayList<>();
    watches.values().stream().filter(Watch::suspect).forEach(w -> suspects.add(w.specialist()));
    return suspects;
  }

  Collection<Watch> watches() {
    return List.copyOf(watches.values());
  }
}
