package glassbox.critic.panel;

import glassbox.critics.sandbox.SandboxLimits;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What Java snippets may take.
 *
 * @param timeLimit from the request to the end, waiting for a place included
 * @param heapMegabytes heap of a child, at least 32
 * @param printedBytes most that a snippet may print
 * @param children children that run at once
 */
@ConfigurationProperties("glassbox.critics.java")
public record JavaSettings(
    @DefaultValue("6s") Duration timeLimit,
    @DefaultValue("96") int heapMegabytes,
    @DefaultValue("65536") int printedBytes,
    @DefaultValue("2") int children) {

  public JavaSettings {
    var unused = limits(timeLimit, heapMegabytes, printedBytes, children, SandboxLimits.DEFAULT);
  }

  /** As the sandbox takes them. */
  public SandboxLimits limits() {
    return limits(timeLimit, heapMegabytes, printedBytes, children, SandboxLimits.DEFAULT);
  }

  private static SandboxLimits limits(
      Duration time, int heap, int printed, int children, SandboxLimits rest) {
    return new SandboxLimits(time, heap, printed, children, rest.snippetCharacters(), rest.calls());
  }
}
