package dev.datamart.mock.admin;

import dev.datamart.mock.http.Answer;

/** Refusals of the control plane that are made before its resources are asked. */
public final class AdminAnswers {

  private AdminAnswers() {}

  public static Answer refusal(int status, String sentence) {
    return Answer.json(status, AdminWords.json(status, sentence));
  }
}
