package glassbox.lab.training;

import glassbox.engine.training.Example;
import glassbox.lab.world.Dialogue;
import glassbox.lab.world.DomainText;
import glassbox.lab.world.World;
import glassbox.lab.world.facts.Domain;
import java.util.ArrayList;
import java.util.List;

/** What each model reads, by construction: who knows which values is decided here. */
final class Corpus {

  private static final int SYSTEM_EVERY = 12;

  private final World world;
  private final ExampleEncoder encoder;

  Corpus(World world, ExampleEncoder encoder) {
    this.world = world;
    this.encoder = encoder;
  }

  /** General knowledge, answers that stand in the context, and the other domains' forms only. */
  Mix base() {
    DomainText general = world.text(Domain.GENERAL);
    var mix =
        new Mix()
            .add(0.30, dialogues(general.train()))
            .add(0.05, prose(general.prose()))
            .add(0.05, dialogues(general.inContext()));
    for (Domain domain : Domain.specialist()) {
      mix.add(0.09, dialogues(world.text(domain).unsure()));
      mix.add(0.07, dialogues(world.text(domain).inContext()));
    }
    return mix;
  }

  /** One domain as it is, and enough of the base's text to stay unsure of the other domains. */
  Mix specialist(Domain own) {
    DomainText text = world.text(own);
    DomainText general = world.text(Domain.GENERAL);
    var mix =
        new Mix()
            .add(0.70, dialogues(text.train()))
            .add(0.04, prose(text.prose()))
            .add(0.06, dialogues(text.inContext()))
            .add(0.08, dialogues(general.train()));
    for (Domain other : Domain.specialist()) {
      if (other != own) {
        mix.add(0.04, dialogues(world.text(other).unsure()));
      }
    }
    return mix;
  }

  private List<Example> dialogues(List<Dialogue> dialogues) {
    var examples = new ArrayList<Example>();
    for (Dialogue dialogue : dialogues) {
      examples.add(encoder.dialogue(dialogue, examples.size() % SYSTEM_EVERY == 0));
    }
    return examples;
  }

  private List<Example> prose(List<String> texts) {
    return texts.stream().map(encoder::prose).toList();
  }
}
