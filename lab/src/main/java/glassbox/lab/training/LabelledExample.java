package glassbox.lab.training;

import glassbox.engine.training.Example;
import glassbox.lab.world.label.Concept;
import java.util.List;
import java.util.Set;

/**
 * A training sequence whose tokens know what they mean.
 *
 * @param example the ids
 * @param concepts what each id's characters carry, one set an id; empty for the template's markers
 */
public record LabelledExample(Example example, List<Set<Concept>> concepts) {

  public LabelledExample {
    concepts = List.copyOf(concepts);
    if (concepts.size() != example.ids().length) {
      throw new IllegalArgumentException("every id needs its concepts");
    }
  }
}
