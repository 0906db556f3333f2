package dev.datamart.conformance.checks.shared;

/** Where to look when one of several requirements alike is violated. */
public enum CommonHint {
  ANSWERS_A_CHANGE(
      "Every success is status 200, a creation too, with the members that are documented."),
  ANSWERS_A_LIST("data is a list even when it is empty, and each item has what identifies it."),
  REQUIRED("Missing, null, empty and another type are each refused; 5 is not taken for \"5\"."),
  UNKNOWN("Look the name up exactly as given, and refuse with 400 before anything is stored."),
  TAKEN("Compare with every name of the organization; never replace what has the name."),
  STRANGER("Look names up within the organization of the token; to others they do not exist."),
  HIDDEN("Select by the organization of the token, not all that is stored."),
  OF_OTHERS("What a request refers to has to be looked up in the caller's own organization."),
  OTHER_DATA_APP("Look the embed up in the data app of the key, not in the whole organization."),
  TWICE("The second answer is the one for a name that never existed, and nothing changes."),
  ONCE("Looking the name up and making or removing the thing has to be one atomic step."),
  TAKES_EITHER_TOKEN("Datamarts take the service token and any API key of the organization alike."),
  ADDS_IT("What was created is listed at once, also if lists are cached, and beside the old."),
  REMOVES_IT("Remove what has exactly that key from every list and cache, and only that."),
  CHANGES_IT("Write to what has exactly that key, and to nothing that merely resembles it."),
  KEEPS_THE_REST("A member that is left out is no null: merge what came into what is stored."),
  PREDICTED("Looked for after every change of the run; the requests above led there."),
  PASSES("The vendor's clients send it: read what is known and leave the rest alone.");

  private final String sentence;

  CommonHint(String sentence) {
    this.sentence = sentence;
  }

  public String sentence() {
    return sentence;
  }
}
