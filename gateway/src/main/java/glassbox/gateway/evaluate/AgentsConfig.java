package glassbox.gateway.evaluate;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several agents on one question: outlines, drafts and verifications in rounds, then each is judged
 * knowing what the others answered, and of those whose gates open one answers.
 */
@Schema(name = "EsiAgents")
record AgentsConfig(
    @Schema(description = "False for one, whatever the configuration says.", defaultValue = "true")
        @Nullable Boolean enabled,
    @Schema(
            description = "How many; the configuration's number if absent.",
            minimum = "2",
            example = "3")
        @Nullable Integer count,
    @Schema(
            description = "Most tokens that each writes; the configuration's number if absent.",
            minimum = "1")
        @Nullable Integer maxTokens,
    @Schema(description = "Of the first agents, in order; the others have none.")
        List<Role> roles) {

  AgentsConfig {
    roles = List.copyOf(roles);
  }

  /** Whether several agents are asked for. */
  boolean wanted() {
    return !Boolean.FALSE.equals(enabled);
  }

  /** What one agent is to be: at least one of the two. */
  @Schema(name = "EsiAgentRole")
  record Role(
      @Schema(
              description = "Tools that it may call; empty for those of the run.",
              example = "[\"calculator\"]")
          List<String> tools,
      @Schema(
              description = "How it is to look at the question; put behind the system prompt.",
              example = "Check every unit.")
          @Nullable String perspective) {
    Role {
      tools = List.copyOf(tools);
    }
  }
}
