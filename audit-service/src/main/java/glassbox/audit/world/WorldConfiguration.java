package glassbox.audit.world;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The world's tables in a database that is not ours. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WorldSettings.class)
class WorldConfiguration {

  @Bean
  @ConditionalOnProperty("glassbox.audit.world.url")
  WorldTables configuredWorld(WorldSettings settings) {
    return new WorldTables(new Configured(settings));
  }

  private record Configured(WorldSettings settings) implements JdbcConnectionDetails {
    @Override
    public @Nullable String getUsername() {
      return settings.username();
    }

    @Override
    public @Nullable String getPassword() {
      return settings.password();
    }

    @Override
    public String getJdbcUrl() {
      String url = settings.url();
      if (url == null) {
        throw new IllegalStateException("glassbox.audit.world.url is not set");
      }
      return url;
    }
  }
}
