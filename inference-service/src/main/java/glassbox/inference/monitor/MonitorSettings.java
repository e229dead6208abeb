package glassbox.inference.monitor;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The watch over specialists.
 *
 * @param file which files were here before, and what is suspect; of this process alone
 * @param answersToFalseAlarm least mean number of clean certified answers before a false alarm,
 *     more than 1
 */
@ConfigurationProperties("glassbox.inference.monitor")
public record MonitorSettings(
    @DefaultValue(".glassbox/monitor/channels.json") Path file,
    @DefaultValue("100000") double answersToFalseAlarm) {

  public MonitorSettings {
    if (!(answersToFalseAlarm > 1) || Double.isInfinite(answersToFalseAlarm)) {
      throw new IllegalArgumentException(
          "glassbox.inference.monitor.answers-to-false-alarm must be a number above 1");
    }
  }
}
