/** What a fault can do, and which of the form's fields it listens to. */
export const EFFECTS = [
  { id: "error", label: "Error", tells: "Answers with an error instead of doing what was asked.", takes: ["status", "code", "message", "retryAfterSeconds", "delayMillis"] },
  { id: "applied-then-error", label: "Applied, then error", tells: "Does what was asked, and answers 500 all the same. The case that breaks real integrations.", takes: ["status", "code", "message", "delayMillis"] },
  { id: "applied-then-reset", label: "Applied, then reset", tells: "Does what was asked, and cuts the connection before the answer.", takes: ["delayMillis"] },
  { id: "expired", label: "Token expired", tells: "Answers 401 as if the token had run out.", takes: ["message", "delayMillis"] },
  { id: "too-many-requests", label: "Too many requests", tells: "Answers 429 with Retry-After.", takes: ["retryAfterSeconds", "message", "delayMillis"] },
  { id: "delay", label: "Delay", tells: "Answers as asked, later.", takes: ["delayMillis", "maxDelayMillis"] },
  { id: "reset", label: "Reset", tells: "Cuts the connection before anything was done.", takes: ["delayMillis"] },
  { id: "truncate", label: "Truncated body", tells: "Sends the first half of the answer and closes.", takes: ["delayMillis"] },
  { id: "malformed", label: "Malformed body", tells: "Sends a body that is not JSON.", takes: ["delayMillis"] },
  { id: "slow-body", label: "Slow body", tells: "Sends the answer in drops.", takes: ["delayMillis", "maxDelayMillis"] },
];
