package glassbox.house.unmarked.util;

/** In a package with no name and no null marks. */
public final class Drawer {}
