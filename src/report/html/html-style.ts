/** The style of the page: light and dark, narrow and wide; no file, font or script from elsewhere. */
export const htmlStyle = `
:root {
  color-scheme: light dark;
  --page: #f6f7f9; --card: #ffffff; --ink: #1b2330; --soft: #5b6675; --line: #dfe4ea; --code: #f3f5f8;
  --error: #c62a3a; --warning: #a15c00; --note: #1f6fb2; --good: #1d7f4a; --skip: #6b7280;
  --error-soft: #fdecee; --warning-soft: #fff4df; --note-soft: #e8f2fb; --good-soft: #e6f5ec; --skip-soft: #eef0f3;
  --accent: #2f5bd7;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #10141a; --card: #171d26; --ink: #e6eaf0; --soft: #98a4b3; --line: #2a333f; --code: #11161d;
    --error: #ff7b86; --warning: #f0b357; --note: #79b8f2; --good: #63cf94; --skip: #9aa4b2;
    --error-soft: #3a1c22; --warning-soft: #33270f; --note-soft: #14283b; --good-soft: #12301f; --skip-soft: #222a34;
    --accent: #8fb0ff;
  }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 1rem; }
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.55 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
main { max-width: 76rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
a { color: var(--accent); text-decoration: none; } a:hover { text-decoration: underline; }
h1, h2, h3 { line-height: 1.25; margin: 0; } h2 { font-size: 1.2rem; margin: 2.4rem 0 .8rem; } h3 { font-size: 1.02rem; }
code, pre { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; font-size: .86em; }
.hero { display: flex; flex-wrap: wrap; gap: 1rem 1.4rem; align-items: center; padding: 1.4rem 1.5rem; border-radius: 14px; background: var(--card); border: 1px solid var(--line); border-left: 8px solid var(--tone); }
.hero h1 { font-size: 1.55rem; } .hero p { margin: .2rem 0 0; color: var(--soft); font-size: .95rem; }
.hero .sign { font-size: 2rem; line-height: 1; color: var(--tone); font-weight: 700; }
.hero .words { flex: 1 1 18rem; min-width: 0; overflow-wrap: anywhere; }
.tiles { display: grid; grid-template-columns: repeat(5, minmax(4.3rem, 1fr)); gap: .5rem; }
.tile { padding: .5rem .4rem; border-radius: 10px; background: var(--tint); color: var(--tone); text-align: center; }
.tile b { display: block; font-size: 1.35rem; line-height: 1.2; font-variant-numeric: tabular-nums; } .tile span { font-size: .78rem; }
.error { --tone: var(--error); --tint: var(--error-soft); } .warning { --tone: var(--warning); --tint: var(--warning-soft); }
.note { --tone: var(--note); --tint: var(--note-soft); } .passed { --tone: var(--good); --tint: var(--good-soft); }
.failed { --tone: var(--error); --tint: var(--error-soft); } .skipped { --tone: var(--skip); --tint: var(--skip-soft); }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; margin: 0 0 1rem; overflow: hidden; }
.badge { display: inline-block; padding: .05rem .55rem; border-radius: 999px; font-size: .78rem; font-weight: 600; background: var(--tint); color: var(--tone); white-space: nowrap; }
table { width: 100%; border-collapse: collapse; font-size: .93rem; }
th { text-align: left; font-weight: 600; color: var(--soft); font-size: .8rem; } th, td { padding: .55rem .9rem; border-top: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
thead th { border-top: 0; } td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; } td.name { font-weight: 600; overflow-wrap: break-word; min-width: 8rem; }
.filters { display: flex; flex-wrap: wrap; gap: .5rem; margin: 0 0 .9rem; }
.filters label { display: inline-flex; gap: .4rem; align-items: center; cursor: pointer; padding: .2rem .7rem; border: 1px solid var(--line); border-radius: 999px; background: var(--card); font-size: .88rem; }
.filters input { accent-color: var(--tone); margin: 0; }
body:has(#show-error:not(:checked)) .finding.error, body:has(#show-warning:not(:checked)) .finding.warning, body:has(#show-note:not(:checked)) .finding.note { display: none; }
.finding { border-left: 5px solid var(--tone); }
.finding header { padding: .75rem 1rem .65rem; display: flex; flex-wrap: wrap; gap: .3rem .7rem; align-items: baseline; }
.finding header .message { flex: 1 1 100%; font-weight: 600; overflow-wrap: anywhere; }
.finding header .place, .finding header .rule { font-size: .86rem; color: var(--soft); overflow-wrap: anywhere; } .finding header .rule { margin-left: auto; }
.frame { margin: 0; padding: .55rem 0; background: var(--code); border-top: 1px solid var(--line); overflow-x: auto; line-height: 1.6; tab-size: 4; }
.frame span.row { display: block; white-space: pre; padding-right: 1rem; min-width: max-content; } .frame span.row.here { background: color-mix(in srgb, var(--tone) 9%, transparent); }
.frame i { display: inline-block; width: 4.2rem; padding-right: .9rem; text-align: right; color: var(--soft); font-style: normal; user-select: none; opacity: .75; }
.frame mark { background: color-mix(in srgb, var(--tone) 24%, transparent); color: inherit; border-bottom: 2px solid var(--tone); border-radius: 2px 2px 0 0; padding: .08em 0; }
.advice { padding: .6rem 1rem; border-top: 1px solid var(--line); font-size: .93rem; overflow-wrap: anywhere; } .advice b { color: var(--good); font-weight: 600; } .advice + .advice { border-top: 0; padding-top: 0; }
.run { border-left: 5px solid var(--tone); } .run > header { padding: .8rem 1rem; display: flex; flex-wrap: wrap; gap: .3rem .7rem; align-items: baseline; } .run > header h3 { overflow-wrap: anywhere; } .run > header .words { flex: 1 1 100%; color: var(--soft); overflow-wrap: anywhere; }
.run .body { padding: 0 1rem .8rem; } .run .left { color: var(--error); }
details { border-top: 1px solid var(--line); padding: .55rem 0; } details summary { cursor: pointer; color: var(--soft); font-size: .9rem; } details[open] summary { margin-bottom: .5rem; }
.log { margin: 0; padding: .7rem .9rem; background: var(--code); border-radius: 8px; overflow: auto; max-height: 26rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.picture { overflow-x: auto; padding: .4rem 0; } svg { display: block; max-width: none; } svg text { font: 12px system-ui, sans-serif; fill: var(--ink); } svg .soft { fill: var(--soft); } svg .lane { fill: var(--code); } svg .bar { fill: var(--accent); opacity: .75; } svg .dot { fill: var(--good); stroke: var(--card); stroke-width: 2; } svg .grid { stroke: var(--line); } svg .box { fill: var(--card); stroke: var(--tone, var(--line)); stroke-width: 1.5; } svg .edge { fill: none; stroke: var(--soft); stroke-width: 1.4; } svg .head { fill: var(--soft); }
ul.plain { margin: .2rem 0; padding-left: 1.1rem; font-size: .92rem; } .empty { padding: 1.6rem; text-align: center; color: var(--soft); } footer { margin-top: 3rem; color: var(--soft); font-size: .85rem; overflow-wrap: anywhere; }
.remark { padding: .6rem .9rem; border-radius: 10px; background: var(--note-soft); color: var(--ink); margin: .6rem 0 0; font-size: .92rem; overflow-wrap: anywhere; } .remark.fault { background: var(--error-soft); }
img.screenshot { display: block; max-width: min(100%, 34rem); margin: .4rem 0; border: 1px solid var(--line); border-radius: 8px; }
@media (max-width: 40rem) { .tiles { grid-template-columns: repeat(5, 1fr); width: 100%; gap: .3rem; } main { padding: .8rem .6rem 3rem; } .hero { padding: 1rem; } .frame i { width: 3rem; padding-right: .6rem; } th, td { padding: .5rem .6rem; } .finding header .rule { margin-left: 0; } .wide { display: none; } }
@media print { body { background: #fff; } .filters { display: none; } .card { break-inside: avoid; } }
`;
