package glassbox.inference.certificate;

import glassbox.contracts.generation.Concept;
import glassbox.engine.checkpoint.LegibleConfig;
import glassbox.engine.checkpoint.LegibleConfig.AtomName;
import glassbox.engine.federation.Member;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the atoms of the specialists in memory are called and stand for. */
final class ConceptNames {
  private final Map<String, Map<String, AtomName>> names = new HashMap<>();

  ConceptNames(Collection<Member> members) {
    for (Member member : members) {
      Map<String, AtomName> byAtom = new HashMap<>();
      member
          .channel()
          .ifPresent(channel -> channel.config().names().forEach(n -> byAtom.put(n.atom(), n)));
      names.put(member.id(), byAtom);
    }
  }

  /** Recorded atoms in the outward form; {@code members} are those of the block, in order. */
  List<Concept> of(List<glassbox.ledger.block.Concept> atoms, List<Member> members) {
    return atoms.stream().map(atom -> of(atom, members.get(atom.specialist()).id())).toList();
  }

  private Concept of(glassbox.ledger.block.Concept atom, String specialist) {
    String name = LegibleConfig.name(atom.site(), atom.atom());
    @Nullable AtomName named = names.getOrDefault(specialist, Map.of()).get(name);
    return new Concept(
        name,
        named == null ? null : named.label(),
        named == null ? null : named.type(),
        atom.activation(),
        specialist);
  }
}
