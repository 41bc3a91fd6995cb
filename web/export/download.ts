/** How long in milliseconds a browser may take to begin a download from an address in memory. */
const kPatienceMs = 60_000;

/** Offers `file` to be saved as `name`. Frames need `allow-downloads` for it. */
export function download(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), kPatienceMs);
}

/** A name that every system takes: letters, figures and hyphens, with the ending. */
export function fileName(parts: readonly (string | number)[], ending: string): string {
  const stem = parts
    .map((part) =>
      String(part)
        .normalize("NFKD")
        .replace(/[^A-Za-z0-9.]+/g, "-")
        .replace(/^[-.]+|[-.]+$/g, ""),
    )
    .filter((part) => part !== "")
    .join("-");
  return `${stem}.${ending}`;
}
