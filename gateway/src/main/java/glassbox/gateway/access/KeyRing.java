package glassbox.gateway.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The keys of one reading of the keys file. Immutable. */
final class KeyRing {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

  private record Entry(KeyHash hash, Caller caller) {}

  private final List<Entry> entries;

  private KeyRing(List<Entry> entries) {
    this.entries = entries;
  }

  /**
   * Reads a keys document; anything unclear in it is an IllegalArgumentException naming the key.
   */
  static KeyRing of(KeysDocument document) {
    List<Entry> entries = new ArrayList<>();
    for (KeysDocument.KeyEntry key : document.keys()) {
      entries.add(new Entry(KeyHash.parse(key.sha256()), caller(document, key)));
    }
    return new KeyRing(List.copyOf(entries));
  }

  private static Caller caller(KeysDocument document, KeysDocument.KeyEntry key) {
    requireName("key id", key.id());
    requireName("tenant", key.tenant());
    KeysDocument.TenantEntry tenant = document.tenants().get(key.tenant());
    Allowance stated = tenant == null ? null : tenant.allowance();
    return new Caller(
        key.id(),
        key.tenant(),
        scopes(key),
        tenant != null && Boolean.TRUE.equals(tenant.keepContent()),
        stated == null ? Allowance.DEFAULT : stated);
  }

  private static Set<Scope> scopes(KeysDocument.KeyEntry key) {
    return key.scopes().stream()
        .map(
            label ->
                Scope.of(label)
                    .orElseThrow(
                        () ->
                            new IllegalArgumentException(
                                "key " + key.id() + " names an unknown scope: " + label)))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static void requireName(String what, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(what + " must match " + NAME.pattern() + ": " + name);
    }
  }

  /** Finds the caller of a presented key. Looks at every key, so that time tells nothing. */
  Optional<Caller> find(String presented) {
    KeyHash hash = KeyHash.of(presented);
    @Nullable Caller found = null;
    for (Entry entry : entries) {
      if (entry.hash.matches(hash)) {
        found = entry.caller;
      }
    }
    return Optional.ofNullable(found);
  }
}
