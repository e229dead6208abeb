package glassbox.audit.database;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Starts our own server while the service is still being put together: that takes a second or two
 * and waits for processes, not for us. Stopped with the context, also where that fails half-way.
 */
final class EarlyDatabase implements BeanFactoryPostProcessor, DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(EarlyDatabase.class);
  private static final Executor STARTER =
      task -> Thread.ofPlatform().name("postgres-start").start(task);

  /** Set by Spring while it works out the beans of later starts. */
  private static final String AHEAD_OF_TIME = "spring.aot.processing";

  private final Environment environment;
  private @Nullable CompletableFuture<EmbeddedDatabase> starting;

  EarlyDatabase(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
    if (Boolean.getBoolean(AHEAD_OF_TIME)) {
      return; // nothing is started that is only being described
    }
    DatabaseSettings settings =
        Binder.get(environment).bindOrCreate("glassbox.audit.database", DatabaseSettings.class);
    starting = CompletableFuture.supplyAsync(() -> EmbeddedDatabase.start(settings), STARTER);
  }

  /**
   * The server, once it is there.
   *
   * @throws RuntimeException as {@link EmbeddedDatabase#start}
   */
  EmbeddedDatabase await() {
    CompletableFuture<EmbeddedDatabase> future = starting;
    if (future == null) {
      throw new IllegalStateException("the server is not being started");
    }
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException reason) {
        throw reason;
      }
      throw e;
    }
  }

  @Override
  public void destroy() throws IOException {
    CompletableFuture<EmbeddedDatabase> future = starting;
    if (future == null) {
      return;
    }
    try {
      future.join().close();
    } catch (CompletionException e) {
      LOG.debug("the server did not start", e);
    }
  }
}
