package glassbox.ledger.tile;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** tile/L/N[.p/W] with N in groups of three digits, all but the last behind an x. */
final class TilePath {
  static final String ENTRIES = "entries";

  private static final long MAX_INDEX = Long.MAX_VALUE / TileId.WIDTH;
  private static final Pattern PATH =
      Pattern.compile(
          "tile/(entries|0|[1-9][0-9]?)/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

  private TilePath() {}

  static String format(String kind, long index, int width) {
    StringBuilder groups = new StringBuilder("%03d".formatted(index % 1000));
    for (long rest = index / 1000; rest > 0; rest /= 1000) {
      groups.insert(0, "x%03d/".formatted(rest % 1000));
    }
    String partial = width == TileId.WIDTH ? "" : ".p/" + width;
    return "tile/" + kind + "/" + groups + partial;
  }

  static TileId parse(String path) {
    Matcher matcher = PATH.matcher(path);
    if (!matcher.matches()) {
      throw new MalformedTileException("a tile's path is tile/L/N or tile/L/N.p/W");
    }
    TileId id = id(matcher);
    if (!id.path().equals(path)) {
      throw new MalformedTileException("a tile's path in an unusual spelling");
    }
    return id;
  }

  private static TileId id(Matcher matcher) {
    long index = Long.parseLong(matcher.group(2).replaceAll("[x/]", ""));
    int width = matcher.group(3) == null ? TileId.WIDTH : Integer.parseInt(matcher.group(3));
    try {
      return matcher.group(1).equals(ENTRIES)
          ? new BundleId(index, width)
          : new HashTileId(Integer.parseInt(matcher.group(1)), index, width);
    } catch (IllegalArgumentException e) {
      throw new MalformedTileException("no tile has that path: " + e.getMessage());
    }
  }

  static void requireBounds(long index, int width) {
    if (index < 0 || index > MAX_INDEX || width < 1 || width > TileId.WIDTH) {
      throw new IllegalArgumentException("a tile has a place in the tree and 1 to 256 hashes");
    }
  }
}
