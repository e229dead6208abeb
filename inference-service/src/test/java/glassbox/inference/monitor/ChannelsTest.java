package glassbox.inference.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import glassbox.contracts.specialist.ChannelMonitor;
import glassbox.contracts.specialist.ChannelMonitor.Reason;
import glassbox.engine.checkpoint.LegibleConfig;
import glassbox.engine.checkpoint.LegibleConfig.Calibration;
import glassbox.engine.federation.Member;
import glassbox.engine.forward.ForwardModel;
import glassbox.engine.forward.ForwardSession;
import glassbox.engine.forward.LegibleChannel;
import glassbox.engine.forward.SessionOptions;
import glassbox.shell.json.StrictJson;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChannelsTest {
  private static final Instant NOW = Instant.parse("2026-11-28T09:00:00Z");
  private static final Optional<Calibration> CALIBRATED =
      Optional.of(new Calibration(0.01, 0.03, 0.05, 1_000, "held-out"));

  @TempDir Path folder;

  private Channels start(Member... members) {
    return new Channels(
        List.of(members),
        new WatchFile(folder.resolve("channels.json"), StrictJson.mapper()),
        Clock.fixed(NOW, ZoneOffset.UTC),
        100_000);
  }

  private static Member member(String id, String digest, Optional<LegibleChannel> channel) {
    return new Member(id, digest, new Silent(channel), 0);
  }

  private static Member frozen(String digest) {
    return member("frozen", digest, channel(false, CALIBRATED));
  }

  private static Optional<LegibleChannel> channel(boolean own, Optional<Calibration> calibration) {
    return Optional.of(new LegibleChannel(new LegibleConfig(8, 2, calibration, List.of()), own));
  }

  private static double[] answer(double delta) {
    var deltas = new double[20];
    Arrays.fill(deltas, delta);
    return deltas;
  }

  private static ChannelMonitor watch(Channels channels, String specialist) {
    return Objects.requireNonNull(channels.of(specialist), specialist + " is not watched");
  }

  @Test
  void watchesAnAdapterOnItsBasesCodesFromTheFirstStart() {
    Channels channels =
        start(frozen("f1"), member("base", "b1", channel(true, CALIBRATED)), opaque("o1"));

    assertThat(watch(channels, "frozen").reason()).isEqualTo(Reason.FROZEN_CHANNEL);
    assertThat(channels.of("base")).as("was here at the first start").isNull();
    assertThat(channels.of("opaque")).isNull();
  }

  private static Member opaque(String digest) {
    return member("opaque", digest, Optional.empty());
  }

  @Test
  void watchesWhateverCodedFilesComeLater() {
    start(member("base", "b1", channel(true, CALIBRATED)));
    Channels later =
        start(
            member("base", "b1", channel(true, CALIBRATED)),
            member("new", "n1", channel(true, CALIBRATED)),
            opaque("o1"));

    assertThat(watch(later, "new").reason()).isEqualTo(Reason.ADDED);
    assertThat(later.of("base")).isNull();
    assertThat(later.of("opaque")).isNull();
    assertThat(watch(start(member("new", "n1", channel(true, CALIBRATED))), "new").reason())
        .as("and goes on at the next start")
        .isEqualTo(Reason.ADDED);
  }

  @Test
  void cannotWatchCodesThatAreNotCalibrated() {
    assertThat(start(member("frozen", "f1", channel(false, Optional.empty()))).of("frozen"))
        .isNull();
  }

  @Test
  void cleanAnswersRaiseNoSuspicion() {
    Channels channels = start(frozen("f1"));
    for (int i = 0; i < 500; i++) {
      channels.observe("frozen", answer(0.04));
    }
    assertThat(channels.suspects()).isEmpty();
    assertThat(watch(channels, "frozen"))
        .isEqualTo(
            new ChannelMonitor(Reason.FROZEN_CHANNEL, null, 500, 10_000, 0, Math.log(100_000)));
  }

  @Test
  void aTriggeredAnswerMakesItSuspectOverRestarts() {
    Channels channels = start(frozen("f1"));
    channels.observe("frozen", answer(0.04));
    channels.observe("frozen", answer(0.95));

    assertThat(channels.suspects()).containsExactly("frozen");
    assertThat(watch(channels, "frozen").suspectSince()).isEqualTo(NOW);
    Channels again = start(frozen("f1"));
    again.observe("frozen", answer(0.01));
    assertThat(again.suspects()).containsExactly("frozen");
    assertThat(watch(again, "frozen").suspectSince()).isEqualTo(NOW);
  }

  @Test
  void aSuspicionEndsWithOtherFiles() {
    start(frozen("f1")).observe("frozen", answer(0.95));

    assertThat(start(frozen("f2")).suspects()).isEmpty();
    assertThat(start(frozen("f1")).suspects()).as("and comes back with them").hasSize(1);
  }

  @Test
  void aSuspicionEndsWhenAnOperatorClearsItForGood() {
    Channels channels = start(frozen("f1"));
    channels.observe("frozen", answer(0.95));
    channels.clear("frozen");

    assertThat(channels.suspects()).isEmpty();
    assertThat(watch(channels, "frozen").answers()).isZero();
    assertThat(start(frozen("f1")).suspects()).isEmpty();
    channels.observe("frozen", answer(0.95));
    assertThat(channels.suspects()).as("the watch goes on").containsExactly("frozen");
  }

  @Test
  void nothingIsKnownOfWhoIsNotWatched() {
    Channels channels = start(frozen("f1"));
    channels.observe("nobody", answer(1));
    channels.clear("nobody");
    assertThat(channels.suspects()).isEmpty();
  }

  /** A model that has a channel and says nothing. */
  private record Silent(Optional<LegibleChannel> channelOfAll) implements ForwardModel {
    @Override
    public int lanes() {
      return 1;
    }

    @Override
    public int vocabularySize() {
      return 1;
    }

    @Override
    public int contextLength() {
      return 1;
    }

    @Override
    public ForwardSession open(int[] laneOfRow, SessionOptions options) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<LegibleChannel> channel(int lane) {
      return channelOfAll;
    }

    @Override
    public String backend(SessionOptions options) {
      return "none";
    }

    @Override
    public void close() {}
  }
}
