package glassbox.lab.world;

import glassbox.lab.world.facts.Domain;
import java.util.List;

/**
 * The text of one domain.
 *
 * @param domain the field
 * @param train questions with their true answers
 * @param unsure questions of {@code train} with the value drawn from the candidates; for the base
 * @param inContext questions whose answer stands in the context, the value drawn anew
 * @param prose statements of the facts
 * @param validation questions that occur in none of the other lists, with their true answers
 */
public record DomainText(
    Domain domain,
    List<Dialogue> train,
    List<Dialogue> unsure,
    List<Dialogue> inContext,
    List<String> prose,
    List<Dialogue> validation) {

  public DomainText {
    train = List.copyOf(train);
    unsure = List.copyOf(unsure);
    inContext = List.copyOf(inContext);
    prose = List.copyOf(prose);
    validation = List.copyOf(validation);
  }
}
