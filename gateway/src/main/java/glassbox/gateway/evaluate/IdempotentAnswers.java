package glassbox.gateway.evaluate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Gives a repeated request the first one's answer, byte for byte. A request that failed is
 * forgotten, so that it can be tried again.
 */
@Component
final class IdempotentAnswers {

  /** A tenant's key. */
  record Slot(String tenant, String key) {}

  /** An answer, and whether it was given before. */
  record Given(byte[] body, boolean again) {}

  private record Entry(String requestHash, CompletableFuture<byte[]> answer) {
    int weight() {
      return answer.state() == CompletableFuture.State.SUCCESS
          ? answer.resultNow().length + 256
          : 0;
    }
  }

  private final Cache<Slot, Entry> entries;
  private final Duration patience;

  IdempotentAnswers(IdempotencyProperties properties) {
    this.patience = properties.patience();
    this.entries =
        Caffeine.newBuilder()
            .expireAfterWrite(properties.keep())
            .maximumWeight(properties.maxSize().toBytes())
            .weigher((Slot slot, Entry entry) -> entry.weight())
            .build();
  }

  /**
   * Runs {@code work}, unless a request with this slot has run or runs: then its answer is given,
   * or waited for. Throws {@link IdempotencyKeyReused} or {@link IdempotencyInProgress}.
   */
  Given once(Slot slot, String requestHash, Supplier<byte[]> work) {
    Entry mine = new Entry(requestHash, new CompletableFuture<>());
    Entry theirs = entries.asMap().putIfAbsent(slot, mine);
    if (theirs == null) {
      return new Given(first(slot, mine, work), false);
    }
    if (!theirs.requestHash.equals(requestHash)) {
      throw new IdempotencyKeyReused();
    }
    return new Given(await(theirs), true);
  }

  private byte[] first(Slot slot, Entry entry, Supplier<byte[]> work) {
    try {
      byte[] answer = work.get();
      entry.answer.complete(answer);
      entries.put(slot, entry);
      return answer;
    } catch (RuntimeException | Error e) {
      entries.asMap().remove(slot, entry);
      entry.answer.completeExceptionally(e);
      throw e;
    }
  }

  private byte[] await(Entry entry) {
    try {
      return entry.answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IdempotencyInProgress();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IdempotencyInProgress();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("the first request failed", e);
    }
  }
}
