package glassbox.critic.order;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How order sensitivity is measured.
 *
 * @param bar over which a pair alerts and its noisier critic goes into quarantine
 * @param rounds fresh runs of each order on each draft, at least 2
 * @param groups groups of nine held-out drafts
 * @param confirm how many times as many drafts a pair over the bar is measured on again, at least 1
 * @param seed of these drafts
 * @param schedule when it is measured, as a cron expression; {@code -} for never
 */
@ConfigurationProperties("glassbox.critics.order-sensitivity")
public record OrderSettings(
    @DefaultValue("0.05") double bar,
    @DefaultValue("2") int rounds,
    @DefaultValue("4") int groups,
    @DefaultValue("8") int confirm,
    @DefaultValue("17") long seed,
    @DefaultValue("0 30 3 * * *") String schedule) {

  private static final int MOST = 100;

  public OrderSettings {
    boolean holds = bar >= 0 && bar <= 1 && rounds >= 2 && rounds <= MOST;
    boolean sized = groups >= 1 && groups <= MOST && confirm >= 1 && confirm <= MOST;
    if (!holds || !sized || schedule.isBlank()) {
      throw new IllegalArgumentException(
          "glassbox.critics.order-sensitivity: bar 0 to 1, rounds 2 to 100, groups and confirm 1 to"
              + " 100");
    }
  }
}
