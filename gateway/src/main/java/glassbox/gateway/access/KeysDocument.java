package glassbox.gateway.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keys file. Holds hashes only.
 *
 * @param version 1
 * @param tenants settings by tenant; a tenant that is not listed keeps no content
 * @param keys the keys
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record KeysDocument(int version, Map<String, TenantEntry> tenants, List<KeyEntry> keys) {

  KeysDocument {
    if (version != 1) {
      throw new IllegalArgumentException("version must be 1");
    }
    tenants = Map.copyOf(tenants);
    keys = List.copyOf(keys);
  }

  /** What holds for all keys of a tenant. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record TenantEntry(@Nullable Boolean keepContent, @Nullable Allowance allowance) {}

  /** One key, by the hash of its text. */
  record KeyEntry(String id, String sha256, String tenant, List<String> scopes) {
    KeyEntry {
      scopes = List.copyOf(scopes);
    }
  }
}
