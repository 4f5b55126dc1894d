// Answers each line of JSON, the text of a GIFT file, with a line of JSON: what gift-pegjs reads in it.
import { createInterface } from "node:readline";
import gift from "gift-pegjs";

for await (const line of createInterface({ input: process.stdin })) {
  let read;
  try {
    read = { questions: gift.parse(JSON.parse(line)) };
  } catch (error) {
    read = { error: error.message, at: error.location?.start };
  }
  console.log(JSON.stringify(read));
}
