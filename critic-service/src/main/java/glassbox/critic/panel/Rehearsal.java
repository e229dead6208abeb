package glassbox.critic.panel;

import glassbox.critics.Critic;
import glassbox.critics.Draft;
import glassbox.critics.order.HeldOutDrafts;
import glassbox.critics.panel.Critics;
import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Has fresh critics judge drafts of its own once the service is ready, so that the first answers
 * are judged by code that is compiled: without it their verdicts take two to three times as long.
 * Nothing of it is recorded, and nobody waits for it.
 */
@Component
class Rehearsal {
  private static final long SEED = 1;
  private final Critics maker;
  private final RehearsalSettings settings;

  Rehearsal(Critics maker, RehearsalSettings settings) {
    this.maker = maker;
    this.settings = settings;
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    Thread.ofPlatform().daemon().name("rehearsal").priority(Thread.MIN_PRIORITY).start(this::play);
  }

  /** Judges every draft by every critic; those that wait for another process judge one group. */
  int play() {
    List<Critic> critics = maker.fresh();
    int verdicts = 0;
    for (int group = 0; group < settings.groups(); group++) {
      for (Draft draft : HeldOutDrafts.of(SEED + group, 1)) {
        for (Critic critic : critics) {
          if (group == 0 || !critic.waits()) {
            critic.judge(draft);
            verdicts++;
          }
        }
      }
    }
    return verdicts;
  }
}
