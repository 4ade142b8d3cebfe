import assert from "node:assert/strict";
import { test } from "node:test";
import { wayOf } from "../src/way.js";

const at = (line: number) => ({ line, character: 2 });
const place = { uri: "file:///shop/app.ts", range: { start: at(3), end: at(3) } };

test("the arguments of the command are a way", () => {
  const way = wayOf(["file:///shop/serverless.yml", at(1), [place, place], ["a", "b"]]);
  assert.equal(way?.uri, "file:///shop/serverless.yml");
  assert.equal(way?.locations.length, 2);
});

test("anything else is left to the server", () => {
  assert.equal(wayOf([]), undefined);
  assert.equal(wayOf(["file:///a", at(1), []]), undefined);
  assert.equal(wayOf(["file:///a", { line: 1.5, character: 0 }, [place]]), undefined);
  assert.equal(wayOf(["file:///a", at(1), [place, { uri: 1 }]]), undefined);
  assert.equal(wayOf([7, at(1), [place]]), undefined);
  assert.equal(wayOf(["file:///a", null, [place]]), undefined);
});
