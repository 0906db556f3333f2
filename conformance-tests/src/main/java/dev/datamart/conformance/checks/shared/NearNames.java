package dev.datamart.conformance.checks.shared;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Names that are nearly another. */
public final class NearNames {
  private NearNames() {}

  /** Names that differ from this one and must not be taken for it, by the way in which they do. */
  public static Map<String, String> of(String name) {
    Map<String, String> near = new LinkedHashMap<>();
    near.put("in upper case", name.toUpperCase(Locale.ROOT));
    near.put("with a leading space", " " + name);
    near.put("with a trailing space", name + " ");
    near.put("with a trailing line break", name + "\n");
    near.put("without its last letter", name.substring(0, name.length() - 1));
    near.put("without its first letter", name.substring(1));
    near.put("with one letter more", name + "x");
    near.put("with a wildcard * at the end", name.substring(0, name.length() - 2) + "*");
    near.put("with a wildcard % at the end", name.substring(0, name.length() - 2) + "%");
    near.put("with a wildcard ? in it", name.replaceFirst("-", "?"));
    near.put("with a wildcard _ in it", name.replaceFirst("-", "_"));
    near.put("with a wildcard . in it", name.replaceFirst("-", "."));
    near.put("in quotes", '"' + name + '"');
    near.put("percent-encoded twice", name.replace("-", "%2D"));
    near.put("in full-width letters", "\uFF44" + name.substring(1));
    near.put("in decomposed letters", Normalizer.normalize(name, Normalizer.Form.NFD));
    near.put("in composed letters", Normalizer.normalize(name, Normalizer.Form.NFC));
    near.values().removeIf(name::equals);
    return near;
  }
}
