package chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import tools.jackson.databind.JsonNode;

/** Clients that ask without end and write down every answer that they were given. */
final class Load implements AutoCloseable {
  private static final int FACTS = 900;
  private static final long PAUSE_MILLIS = 150;

  private final Api api;
  private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
  private final AtomicInteger count = new AtomicInteger();
  private final Map<String, LongAdder> outcomes = new ConcurrentSkipListMap<>();
  private final List<Thread> clients = new ArrayList<>();
  private volatile boolean ended;

  /** A run whose answer reached a client: it must never be lost. */
  record Acknowledged(UUID runId, String recordHash, String state) {}

  Load(Api api, int clients, long seed) {
    this.api = api;
    for (int i = 0; i < clients; i++) {
      RandomGenerator random =
          RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(seed + 1_000_003L * (i + 1));
      this.clients.add(Thread.ofPlatform().daemon().name("client-" + i).start(() -> ask(random)));
    }
  }

  private void ask(RandomGenerator random) {
    while (!ended) {
      String body =
          """
          {"model_path": "demo", "prompt": "How many grams are %d kg?",
           "generation_config": {"max_new_tokens": %d, "do_sample": true, "seed": %d}}
          """
              .formatted(1 + random.nextInt(FACTS), 2 + random.nextInt(6), random.nextInt(10_000));
      note(api.post("/glad/evaluate", UUID.randomUUID().toString(), body));
      pause();
    }
  }

  private void note(Api.Answer answer) {
    String outcome = answer.is(0) ? "no response" : Integer.toString(answer.status());
    if (answer.is(200)) {
      JsonNode run = answer.json();
      String state = run.at("/audit/state").asString();
      acknowledged.add(
          new Acknowledged(
              UUID.fromString(run.path("run_id").asString()),
              run.at("/audit/record_hash").asString(),
              state));
      count.incrementAndGet();
      outcome += " " + state;
    }
    outcomes.computeIfAbsent(outcome, _ -> new LongAdder()).increment();
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Runs acknowledged so far. */
  int count() {
    return count.get();
  }

  List<Acknowledged> acknowledged() {
    return List.copyOf(acknowledged);
  }

  /** Requests by what came of them. */
  Map<String, Long> outcomes() {
    Map<String, Long> totals = new TreeMap<>();
    outcomes.forEach((outcome, number) -> totals.put(outcome, number.sum()));
    return totals;
  }

  /** Lets every request that is out come to its end. */
  @Override
  public void close() throws InterruptedException {
    ended = true;
    for (Thread client : clients) {
      client.join();
    }
  }
}
