//! The text of `cargo xtask help`.

/// What `cargo xtask help` prints.
pub const TEXT: &str = "\
Stillpoint's task runner. Each command installs what it still needs.

  cargo xtask serve [--port 8080] [--open] [--base /]
      Build the release site, prerender it and serve it on http://127.0.0.1:8080/.
  cargo xtask test [--all]
      Run every check: formatting, lints, native tests, the built site in real browsers (Linux only).
      --all adds the long journeys, plays each journey in every engine, and looks up published
      faults of crates where cargo-deny is installed.
  cargo xtask test --faults
      Play every fault in tests/faults.md (files that don't come, programs that stop, full devices …) in the
      engines where it matters, and print what came of each. The table is in target/faults.md, too.
  cargo xtask test --hosts
      Serve the built site by nginx, Apache and Caddy, as far as they are installed, and print what each
      address gives.
  cargo xtask test --updates [--from OLD,NEWER]
      Build two older commits beside this one, and move from each release to each while somebody reads, listens, is
      offline, or has left a tab open. Without --from the two are the first release whose updates
      are promised, and the one halfway from there to this.
  cargo xtask build [--base /app/] [--out DIR] [--site-url https://example.org]
      Make the folder to upload: dist, or DIR. --base is the path the site will stand under,
      --site-url the address it will have (for canonical links and the sitemap). That is a release: it is
      refused while a claim is overdue to be looked at again.
  cargo xtask track [--plan 60] [--voice recorded|none] [--out walk.mp3]
      Make the sound file of a walk, as the site offers it, with its transcript beside it.
      The plans are those of src/content/en/plans.toml, by their minutes.
  cargo xtask bench [--runs 5] [--only reading,keys] [--against COMMIT] [--record NAME] [--all]
      Measure the release site in Chromium beside a hand-made floor and beside an older commit (the
      last recorded one): first paint, Start and search, keys, a running walk, without a server.
      The report is target/bench/bench.md; budgets are in tests/budgets.toml. --record keeps the
      ratios in tests/bench/history.tsv, --all asks Lighthouse as well. Nothing else should run.
  cargo xtask dev [--port 8080] [--open]
      Build, serve and reload after each change (Trunk).
  cargo xtask setup [--retry]
      Install the tools of all commands above and do nothing else.
      --retry asks rustup again for the WebAssembly target, where it once could not fetch it.
  cargo xtask help

Environment:
  STILLPOINT_CACHE     where the tools are kept (default: stillpoint in the user's cache folder)
  STILLPOINT_ENGINES   engines that `test` uses (default: chromium,firefox,webkit)
  STILLPOINT_FUZZ      for how many seconds each reader is tried with odd input (default: a fixed number of inputs;
                       with --all 60). An hour: STILLPOINT_FUZZ=3600 cargo test fuzz
  STILLPOINT_THREADS   journeys that `test` plays at the same time, each in an engine of its own (default: 1)
";
