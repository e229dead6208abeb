package glassbox.esi.orchestration;

import glassbox.esi.heat.Heat;
import glassbox.esi.run.Stage;
import java.time.Duration;
import java.util.Optional;

/**
 * One pass as it went.
 *
 * @param number within the run
 * @param stage it belongs to
 * @param heat it was sampled at
 * @param seed of its draws
 * @param drawn tokens that the model drew
 * @param forced tokens that the server forced
 * @param took time of decoding alone
 * @param block hash of the sealed block; empty where nothing is sealed
 * @param instruction shown with the question; empty outside repairs
 */
public record PassRecord(
    int number,
    Stage stage,
    Heat heat,
    long seed,
    int drawn,
    int forced,
    Duration took,
    Optional<String> block,
    Optional<String> instruction) {}
