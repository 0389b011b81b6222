import { onlineManager } from "@tanstack/react-query";
import { afterEach, describe, expect, test, vi } from "vitest";
import { Problem } from "#platform/contract";
import { surely } from "./surely.ts";

const noConnection = () => new Problem("web/no-connection", 0, "No connection to the server");

describe("a write on the board", () => {
  afterEach(() => onlineManager.setOnline(true));

  test("waits for the connection, and is made once it is back", async () => {
    onlineManager.setOnline(false);
    const write = vi.fn<() => Promise<string>>(() => Promise.resolve("done"));
    const answer = surely(write);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(write).not.toHaveBeenCalled();
    onlineManager.setOnline(true);
    expect(await answer).toBe("done");
  });

  test("is made again with the same key when the connection goes while it is made", async () => {
    const keys: string[] = [];
    const answer = surely((key) => {
      keys.push(key);
      if (keys.length > 1) return Promise.resolve("done");
      onlineManager.setOnline(false);
      setTimeout(() => onlineManager.setOnline(true), 20);
      return Promise.reject(noConnection());
    });
    expect(await answer).toBe("done");
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });

  test("is given up after three tries when there is a connection and no server", async () => {
    vi.useFakeTimers();
    const write = vi.fn<() => Promise<string>>(() => Promise.reject(noConnection()));
    const answer = surely(write).catch(String);
    await vi.runAllTimersAsync();
    expect(await answer).toContain("No connection");
    expect(write).toHaveBeenCalledTimes(3);
    vi.useRealTimers();
  });

  test("is not repeated when the server refuses it", async () => {
    const write = vi.fn<() => Promise<string>>(() =>
      Promise.reject(new Problem("planning/moved", 409, "Moved")),
    );
    await expect(surely(write)).rejects.toThrow("Moved");
    expect(write).toHaveBeenCalledTimes(1);
  });
});
