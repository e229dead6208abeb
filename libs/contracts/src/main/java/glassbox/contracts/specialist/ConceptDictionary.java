package glassbox.contracts.specialist;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a specialist's named atoms stand for.
 *
 * @param specialist registry alias
 * @param digest hex SHA-256 over its files, by which a recorded run names it
 * @param channel whose bottlenecks it speaks through
 * @param calibration of these bottlenecks; null where it was not measured, or there are none
 * @param concepts labelled atoms; others have a name only
 */
public record ConceptDictionary(
    String specialist,
    String digest,
    Channel channel,
    @Nullable ChannelCalibration calibration,
    List<NamedConcept> concepts) {

  public ConceptDictionary {
    concepts = List.copyOf(concepts);
  }
}
