"""Pure expressions come to what Node makes of them."""

import json
import shutil
import subprocess

import pytest

from tests.link.vocabulary import reasons, text

EXPRESSIONS = r"""
1 + 2 * 3
10 / 4
7 % -3
-7 % 3
2 ** 10
2 ** -1
2 ** 53 + 1
0.1 + 0.2
1 / 3
1e21
1e-7
123456789012345680000
1.5e300 * 10
5e-324
0.000001
100000 * 100000 * 100000 * 100000
-0
String(-0)
String(1e21)
String(0.1)
String(123456.789)
String(1e-6)
String(1.0)
"a" + 1
1 + "a" + 2
1 + 2 + "a"
"a" + true + null + undefined
"5" * "2"
"5" - 2
+"  12  "
+"0x1f"
+""
+"1_000"
+true
[1, 2] + ""
[1, [2, null]] + "x"
({}) + ""
1 < 2
"a" < "b"
"10" < "9"
"10" < 9
null >= 0
NaN < 1
1 === 1.0
"1" === 1
"1" == 1
null == undefined
null === undefined
null == 0
NaN === NaN
[] === []
1 && 2
0 && 2
"" || "x"
0 ?? 1
null ?? 1
undefined ?? null
!""
!"0"
!!NaN
!![]
typeof 1
typeof "a"
typeof null
typeof undefined
typeof (() => 1)
typeof class {}
typeof {}
typeof []
void 0
5 & 3
5 | 3
5 ^ 3
~5
1 << 31
-1 >>> 0
-1 >> 1
2 ** 32 >> 0
true ? 1 : 2
(1, 2)
`a${1}b${"c"}`
`${[1, 2]}`
"a" in { a: 1 }
"b" in { a: 1 }
{ b: 1, a: 2, 1: "x", 0: "y" }
Object.keys({ b: 1, 10: 2, 9: 3, a: 4, "01": 5, "-1": 6 })
{ ...{ a: 1, b: 2 }, b: 3 }
{ a: 1, ...null, ...undefined, ...false }
{ ..."ab" }
{ ...[1, 2] }
{ ["a" + 1]: 2 }
[...[1, 2], 3]
[..."aé😀"]
[, 1]
[1, 2, 3][1]
[1, 2, 3][5]
[1, 2, 3].length
"abc"[1]
"abc".length
"😀".length
"a😀b".slice(0, 2).length
"a😀b".indexOf("b")
"a😀b"[3]
({ a: { b: 1 } }).a.b
({ a: 1 }).b
({ a: 1 })["a"]
({ "a-b": 1 })["a-b"]
[1, 2, 3].slice(1)
[1, 2, 3].slice(-2)
[1, 2, 3].slice(0, -1)
[1, 2, 3].slice(2, 1)
[1, 2, 3].slice()
[1, 2, 3].at(-1)
[1, 2, 3].at(7)
[1, 2, 3].map((n) => n * 2)
["a", "b"].map((s, i) => s + i)
[1, 2, 3].filter((n) => n % 2)
[0, 1, "", "a", null].filter(Boolean)
["1", "2"].map(Number)
[1, 2].map(String)
[1].concat(2, [3, [4]])
["a", null, undefined, 1].join("-")
[1, 2].join()
[1, [2, [3, [4]]]].flat()
[1, [2, [3, [4]]]].flat(Infinity)
[1, 2].flatMap((n) => [n, n * 10])
[1, 2, 3].find((n) => n > 1)
[1, 2, 3].find((n) => n > 9)
[1, 2, 3].findIndex((n) => n > 1)
[1, 2, 3].findLast((n) => n < 3)
[1, NaN].includes(NaN)
[1, NaN].indexOf(NaN)
[1, 2, 1].indexOf(1)
[1, 2, 1].lastIndexOf(1)
[1, 2, 3].reverse()
[3, 1, 2].sort()
[10, 9, 1].sort()
["b", undefined, "a"].sort()
[10, 9, 1].sort((a, b) => a - b)
[10, 9, 1].toSorted((a, b) => a - b)
[1, 2, 3].with(1, 9)
[1, 2, 3].reduce((a, b) => a + b)
[1, 2, 3].reduce((a, b) => a + b, "x")
[1, 2, 3].reduceRight((a, b) => a + "-" + b)
["a", "b"].reduce((all, k) => ({ ...all, [k]: k + k }), {})
[1, 2].some((n) => n > 1)
[1, 2].every((n) => n > 1)
[].every((n) => n)
[...["a", "b"].entries()]
[...["a", "b"].keys()]
[...["a", "b"].values()]
[1, 2, 3].fill(0, 1)
[1, 2, 3].splice(1, 1)
Object.keys({ a: 1, b: 2 })
Object.values({ a: 1, b: 2 })
Object.entries({ a: 1, b: 2 })
Object.fromEntries([["a", 1], ["b", 2], ["1", 0]])
Object.fromEntries(Object.entries({ a: 1, b: 2 }).map(([k, v]) => [k + "!", v * 2]))
Object.fromEntries(new Map([["a", 1]]))
Object.assign({ a: 1 }, { b: 2 }, null, { a: 3 })
Object.freeze({ a: 1 })
Object.freeze(["a"])
Object.keys(["x", "y"])
Object.entries("ab")
({ a: 1 }).hasOwnProperty("a")
Object.hasOwn({ a: 1 }, "b")
Array.from("abc")
Array.from({ length: 3 })
Array.from({ length: 3 }, (_, i) => i * i)
Array.from([1, 2], (n) => n + 1)
Array.from(new Set([1, 1, 2, NaN, NaN]))
[...new Set(["a", "b", "a"])]
[...new Map([["a", 1], ["a", 2], ["b", 3]])]
[...new Map([["a", 1]]).keys()]
new Map([["a", 1], ["b", 2]]).get("b")
new Set(["a"]).has("a")
new Set(["a", "a"]).size
new Map([["a", 1]]).size
[...new Set([1]).add(2).add(1)]
Array.of(7, 8)
Array.isArray([1])
Array.isArray("a")
Array(2).fill("x")
new Array(1, 2)
new Array(true)
Array.from({ length: NaN })
String.fromCharCode(NaN, 65)
String(12)
String([1, 2])
String(null)
Number("12.50")
Number("abc")
Number(null)
Number([])
Boolean("")
Boolean([])
parseInt("42px")
parseInt("0x1F")
parseInt("z", 36)
parseInt("")
parseFloat("3.14abc")
parseFloat(".5")
parseFloat("-1e3x")
(255).toString(16)
(-255).toString(2)
(1.005).toFixed(2)
(2.5).toFixed(0)
(1).toFixed(2)
(12).toString()
true.toString()
"abc".toUpperCase()
"ÀÉß".toLowerCase()
"straße".toUpperCase()
"  a\n".trim()
"\ufeffa\u00a0".trim()
" a ".trimStart()
" a ".trimEnd()
"a,b,c".split(",")
"a,b,c".split(",", 2)
"abc".split("")
"abc".split()
"".split(",")
"".split("")
"a-b-c".replace("-", "+")
"a-b-c".replaceAll("-", "+")
"a.b".replace(".", "$&$&")
"a.b".replace(".", "$$")
"a.b".replace(".", () => "_")
"userAccountId".replace(/([A-Z])/g, "_$1").toLowerCase()
"userAccountId".replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
"userAccountId".replace(/[A-Z]/, "$$$&")
"HTTPServer".replace(/([a-z\d])([A-Z])/g, "$1_$2").replace(/([A-Z]+)([A-Z][a-z])/g, "$1_$2")
"a  b-c_d".split(/[\s_-]+/)
"a1b22c".split(/(\d)/)
"a.b.c".replaceAll(/\./g, "-")
"aXbx".replace(/x/gi, "")
"abc".replace(/^a|c$/g, "")
"a/b".replace(/\//, "|")
"ab".replace(/(x)?a/, (all, x, at, text) => [x, at, text].join())
"a".padStart(3, "xy")
"a".padEnd(4)
"abc".startsWith("b", 1)
"abc".endsWith("b", 2)
"abc".includes("bc")
"abc".indexOf("c")
"abc".indexOf("")
"abcabc".lastIndexOf("b")
"ab".repeat(3)
"abcdef".substring(4, 1)
"abcdef".substring(-3, 2)
"abcdef".substr(-3, 2)
"abcdef".slice(-3, -1)
"abc".charAt(1)
"abc".charAt(9)
"abc".charCodeAt(1)
"abc".at(-1)
"abc".concat("d", 1)
"e\u0301".normalize()
String.fromCharCode(65, 66)
Math.max(1, 5, 3)
Math.max()
Math.max(...[1, 2])
Math.min(1, "0")
Math.floor(-1.5)
Math.ceil(1.2)
Math.round(2.5)
Math.round(-2.5)
Math.trunc(-1.7)
Math.abs(-3)
Math.pow(2, 0.5)
Math.sqrt(16)
Math.sign(-3)
Math.PI
Number.MAX_SAFE_INTEGER
Number.isInteger(5.0)
Number.isInteger("5")
isNaN("a")
JSON.stringify({ a: [1, "x", null, undefined, true], b: undefined, c: { d: 1.5 } })
JSON.stringify({ a: [1, {}], b: [] }, null, 2)
JSON.stringify("a\n\u2028é\"")
JSON.stringify(undefined)
JSON.stringify([NaN, Infinity, () => 1])
JSON.parse('{"a": [1, 2.0, "x"]}')
(() => 1)()
((a, b = a + 1) => [a, b])(1)
((a, b = 5) => b)(1, undefined)
((a, b = 5) => b)(1, null)
((...all) => all)(1, 2)
((a, ...rest) => rest)(1, 2, 3)
(({ a, b: c = 2, ...others }) => [a, c, others])({ a: 1, d: 4 })
(([a, , b = 3, ...rest]) => [a, b, rest])([1, 2, undefined, 4, 5])
(({ a: { b } }) => b)({ a: { b: 7 } })
((a) => (b) => a + b)(1)(2)
(function (n) { if (n > 1) { return "many"; } else if (n === 1) { return "one"; } return "none"; })(1)
(function (n) { switch (n) { case 1: case 2: return "low"; case 3: return "three"; default: return "high"; } })(3)
(function () { const a = 1; { const a = 2; } return a; })()
(function () { let n = 0; for (const i of [1, 2, 3]) { if (i === 2) continue; n += i; } return n; })()
(function () { const out = []; for (const k in { a: 1, b: 2 }) out.push(k); return out; })()
(function () { const out = {}; for (const [k, v] of Object.entries({ a: 1 })) { out[k] = v; } return out; })()
(function () { for (const i of [1, 2, 3]) { if (i === 2) return i; } return 0; })()
(function () { for (const i of [1, 2, 3]) { if (i === 2) break; } return 9; })()
(function () { const a = [1]; const b = a; b.push(2); return a; })()
(function () { const a = { x: 1 }; a.y = 2; delete a.x; return a; })()
(function () { let a = 1; a++; ++a; a += 10; return a; })()
(function () { let a = 1; return [a++, a, ++a]; })()
(function () { const s = new Set(); s.add("a"); s.add("a"); return [...s]; })()
(function () { const m = new Map(); m.set("a", 1).set("b", 2); m.delete("a"); return [...m]; })()
(function () { const out = []; [1, 2].forEach((n) => out.push(n * 2)); return out; })()
(function () { let total = 0; [1, 2].forEach((n) => { total += n; }); return total; })()
(function () { function add(a, b) { return a + b; } return add(1, 2); })()
(function () { return later(); function later() { return "hoisted"; } })()
(function () { if (true) { var a = 1; } return a; })()
(function () { var a = 1; var a; return a; })()
(function f(n) { return n <= 1 ? 1 : n * f(n - 1); })(5)
({ get a() { return 1; } }).a
({ ...{ get a() { return 1; } } }).a
({ n: 1, next() { return this.n + 1; } }).next()
({ f: (a) => a * 2 }).f(4)
((strings, ...values) => strings.join("|") + values)`a${1}b${2}c`
((a) => a).call(null, 5)
((a, b) => a + b).apply(null, [1, 2])
(class { static a = 1; static b() { return this.a + 1; } }).b()
(async () => 1) && 2
""".strip().splitlines()

_COMPARE = """
const print = (v) => {
  if (typeof v === "string") return "s:" + v;
  if (v === null || typeof v !== "object") return Object.is(v, -0) ? "0" : String(v);
  if (Array.isArray(v)) return Array.from(v, print);
  return Object.keys(v).map((k) => [k, print(v[k])]);
};
const value = (text) => { try { return print(eval(`(${text})`)); } catch (error) { return `${text}: ${error}`; } };
const pairs = JSON.parse(require("fs").readFileSync(0, "utf8"));
console.log(JSON.stringify(pairs.map(([theirs, ours]) => [value(theirs), value(ours)])));
"""


@pytest.mark.skipif(shutil.which("node") is None, reason="needs Node")
def test_expressions_come_to_what_node_makes_of_them() -> None:
    unknown = {expression: reasons(f"const x = ({expression})", "a.ts#x") for expression in EXPRESSIONS}
    assert {expression: why for expression, why in unknown.items() if why} == {}
    pairs = json.dumps([(expression, text(f"const x = ({expression})")) for expression in EXPRESSIONS])
    answer = subprocess.run(["node", "-e", _COMPARE], input=pairs, check=True, capture_output=True, text=True).stdout
    different = {
        expression: (theirs, ours)
        for expression, (theirs, ours) in zip(EXPRESSIONS, json.loads(answer), strict=True)
        if theirs != ours
    }
    assert different == {}
