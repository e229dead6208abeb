package glassbox.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;

/** Adds the defaults of every service below all other sources of configuration. */
public final class ShellDefaults implements EnvironmentPostProcessor {

  static final String SOURCE = "glassbox-shell-defaults";
  private static final String RESOURCE = "glassbox/shell/defaults.properties";

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    try {
      environment
          .getPropertySources()
          .addLast(new ResourcePropertySource(SOURCE, new ClassPathResource(RESOURCE)));
    } catch (IOException missing) {
      throw new UncheckedIOException("the shell's defaults are not in its jar", missing);
    }
  }
}
