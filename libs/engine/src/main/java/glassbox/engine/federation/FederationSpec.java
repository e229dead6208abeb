package glassbox.engine.federation;

import glassbox.ledger.block.Combination;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a federation consists of.
 *
 * @param alias its name
 * @param members the specialists, in the order of the weights; ids differ
 * @param combination how they are joined unless a pass says otherwise
 * @param template how prompts are written
 * @param endTokenIds tokens that end an answer
 */
public record FederationSpec(
    String alias,
    List<Member> members,
    Combination combination,
    PromptTemplate template,
    Set<Integer> endTokenIds) {

  public FederationSpec {
    members = List.copyOf(members);
    endTokenIds = Set.copyOf(endTokenIds);
    if (members.isEmpty() || combination.size() != members.size()) {
      throw new IllegalArgumentException(
          "%s: a combination of %d for %d members"
              .formatted(alias, combination.size(), members.size()));
    }
    int vocabularySize = members.getFirst().model().vocabularySize();
    Set<String> ids = new HashSet<>();
    for (Member member : members) {
      if (!ids.add(member.id())) {
        throw new IllegalArgumentException(alias + ": two members are called " + member.id());
      }
      if (member.model().vocabularySize() != vocabularySize) {
        throw new IllegalArgumentException(
            "%s: %s has %d tokens, %s has %d"
                .formatted(
                    alias,
                    member.id(),
                    member.model().vocabularySize(),
                    members.getFirst().id(),
                    vocabularySize));
      }
    }
  }
}
