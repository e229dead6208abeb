package glassbox.gateway.limits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What one request may hold. The body as a whole is limited by {@code glassbox.http.request-limit}.
 *
 * @param maxPromptCharacters of {@code prompt}, {@code answer} and {@code system_prompt_text}, each
 * @param maxContextCharacters of {@code context}
 * @param maxNewTokens largest {@code generation_config.max_new_tokens}
 */
@ConfigurationProperties("glassbox.gateway.limits")
public record LimitsProperties(
    @DefaultValue("32768") int maxPromptCharacters,
    @DefaultValue("131072") int maxContextCharacters,
    @DefaultValue("1024") int maxNewTokens) {}
