// Written by test/generate-unicode.ts from the Unicode Character Database 17.0.0 (Unicode-3.0). Do not edit.

/** Classes of UAX 14 as rule LB1 leaves them; QI, QF: quotes Pi, Pf; DC: the dotted circle; PA, PI: unassigned pictographs, AL and ID. */
export const LineBreakClass = { AL: 0, AK: 1, AP: 2, AS: 3, B2: 4, BA: 5, BB: 6, BK: 7, CB: 8, CL: 9, CM: 10, CP: 11, CR: 12, EB: 13, EM: 14, EX: 15, GL: 16, H2: 17, H3: 18, HH: 19, HL: 20, HY: 21, ID: 22, IN: 23, IS: 24, JL: 25, JT: 26, JV: 27, LF: 28, NL: 29, NS: 30, NU: 31, OP: 32, PO: 33, PR: 34, QU: 35, RI: 36, SP: 37, SY: 38, VF: 39, VI: 40, WJ: 41, ZW: 42, ZWJ: 43, QI: 44, QF: 45, DC: 46, PA: 47, PI: 48 } as const

/** Classes of UAX 29; EX, EL, EN: Extend that is an Indic extender, linker or neither; XP: pictograph; IC: Indic consonant; PP: Prepend; SM: SpacingMark; CN: Control. */
export const GraphemeClass = { Other: 0, CR: 1, LF: 2, CN: 3, ZWJ: 4, RI: 5, PP: 6, SM: 7, L: 8, V: 9, T: 10, LV: 11, LVT: 12, EX: 13, EL: 14, EN: 15, XP: 16, IC: 17 } as const

/** ISO 15924 codes, in the order of the values in `scriptRuns`. */
export const scripts = 'Zzzz Zyyy Zinh Latn Hani Cyrl Grek Arab Hebr Hira Kana Hang Bopo Adlm Ahom Hluw Armn Avst Bali Bamu Bass Batk Beng Berf Bhks Brah Brai Bugi Buhd Cans Cari Aghb Cakm Cham Cher Chrs Copt Xsux Cprt Cpmn Dsrt Deva Diak Dogr Dupl Egyp Elba Elym Ethi Gara Geor Glag Goth Gran Gujr Gong Guru Gukh Rohg Hano Hatr Armi Phli Prti Java Kthi Knda Kawi Kali Khar Kits Khmr Khoj Sind Krai Laoo Lepc Limb Lina Linb Lisu Lyci Lydi Mahj Maka Mlym Mand Mani Marc Gonm Medf Mtei Mend Merc Mero Plrd Modi Mong Mroo Mult Mymr Nbat Nagm Nand Talu Newa Nkoo Nshu Hmnp Ogam Olck Onao Hung Ital Narb Perm Xpeo Sogo Sarb Orkh Ougr Orya Osge Osma Hmng Palm Pauc Phag Phnx Phlp Rjng Runr Samr Saur Shrd Shaw Sidd Sidt Sgnw Sinh Sogd Sora Soyo Sund Sunu Sylo Syrc Tglg Tagb Tale Lana Tavt Tayo Takr Taml Tnsa Tang Telu Thaa Thai Tibt Tfng Tirh Todr Tols Toto Tutg Ugar Vaii Vith Wcho Wara Yezi Yiii Zanb'.split(' ')

/** Runs of a length and a value, in base 36: the value is the class, plus 64 for East_Asian_Width W, 128 for F, 192 for H. */
export const lineBreakRuns = `9 a 1 5 1 s 2 7 1 c i a 1 11 1 f 1 z 1 0 1 y 1 x 1 0 1 z 1 w 1 b 1 0 1 y 1 o 1 l 1 o 1 12 a v 2 o 3 0 1 f r 0 1 w 1 y 1
b t 0 1 w 1 5 1 9 1 0 6 a 1 t q a 1 g 1 w 1 x 3 y 5 0 1 18 1 0 1 5 2 0 1 x 1 y 2 0 1 6 6 0 1 19 3 0 1 w eg 0 1 6 3 0 1
6 i 0 1 6 w 0 2k a 7 g d a e 0 1 o 78 0 7 a 73 0 1 o 1 j 4 0 1 y 1 0 19 a 1 j 1 a 1 0 2 a 1 0 2 a 1 f 1 a 8 0 r k 4 0 4
k d 0 6 v 3 0 3 x 2 o 2 0 b a 1 f 1 a 3 f 17 0 l a a v 1 x 2 v 3 0 1 a 2r 0 1 f 1 0 7 a 1 v 1 0 6 a 2 0 2 a 1 0 4 a 2 0
a v n 0 1 a u 0 r a 2j 0 b a f 0 a v x 0 9 a 4 0 1 o 1 f 3 0 1 a 2 y m 0 4 a 1 0 9 a 1 0 3 a 1 0 5 a 17 0 3 a 1g 0 2 v
5 0 9 a 16 0 o a 1 v x a 1i 0 3 a 1 0 i a 1 0 7 a a 0 2 a 2 5 a v h 0 3 a 1k 0 1 a 1 0 7 a 2 0 2 a 2 0 3 a 9 0 1 a a 0
2 a 2 0 a v 2 0 2 x 5 0 1 x 1 0 1 y 2 0 1 a 2 0 3 a 1k 0 1 a 1 0 5 a 4 0 2 a 2 0 3 a 3 0 1 a k 0 a v 2 a 3 0 1 a b 0 3
a 1k 0 1 a 1 0 8 a 1 0 3 a 1 0 3 a k 0 2 a 2 0 a v 1 0 1 y 8 0 6 a 1 0 3 a 1k 0 1 a 1 0 7 a 2 0 2 a 2 0 3 a 7 0 3 a a 0
2 a 2 0 a v i 0 1 a 1n 0 5 a 3 0 3 a 1 0 4 a 9 0 1 a e 0 a v 9 0 1 y 6 0 5 a 1j 0 1 a 1 0 7 a 1 0 3 a 1 0 4 a 7 0 2 a b
0 2 a 2 0 a v 7 0 1 6 9 0 3 a 1 6 1j 0 1 a 1 0 7 a 1 0 3 a 1 0 4 a 7 0 2 a b 0 2 a 2 0 a v 3 0 1 a c 0 4 a 1j 0 2 a 1 0
7 a 1 0 3 a 1 0 4 a 9 0 1 a a 0 2 a 2 0 a v 9 0 1 x 7 0 3 a 1y 0 1 a 4 0 6 a 1 0 1 a 1 0 8 a 6 0 a v 2 0 2 a 1p 0 1 a 2
0 7 a 4 0 1 y 7 0 8 a 1 0 a v 2 5 2d 0 1 a 2 0 9 a b 0 7 a 1 0 a v 13 0 4 6 1 0 2 6 1 g 2 6 1 5 1 g 5 f 1 g 1 0 1 f 3 0
2 a 6 0 a v a 0 1 5 1 a 1 0 1 a 1 0 1 a 1 w 1 9 1 w 1 9 2 a 1d 0 e a 1 5 5 a 1 5 2 a 5 0 b a 1 0 10 a 1 0 2 5 6 0 1 a 9
0 2 6 1 5 1 6 5 0 2 g 28 0 k a 1 0 a v 2 5 a 0 4 a 4 0 3 a 1 0 3 a 2 0 7 a 3 0 4 a d 0 c a 1 0 1 a a v 4 a 2q 0 2o 2h
20 r 2g q 9p 0 3 a 1 0 1 5 4e 0 1 j hr 0 1 5 q 0 1 w 1 9 26 0 3 5 10 0 4 a s 0 3 a 2 5 r 0 2 a u 0 2 a 1s 0 w a 2 5 1 u
1 0 1 5 1 0 1 5 1 y 1 0 1 a 2 0 a v o 0 2 f 2 5 1 6 1 0 2 f 1 0 3 a 1 g 1 a a v 2z 0 2 a y 0 1 a 3a 0 c a 4 0 c a 8 0 2
f a v 3k 0 b v 1o 0 5 a 1l 0 a a 1 0 t a 2 0 1 a a v 6 0 a v m 0 1a a 2 0 b a 1 g k 0 5 a 1b 1 g a 1 14 8 1 1 0 2 5 a 3
2 5 1 m 4 5 a m 9 a 9 m 3 5 3 a u 0 d a 2 0 a v 6 0 12 3 c a 2 13 1c 0 k a 3 0 5 5 a v 6 0 a v 10 0 2 5 28 0 3 a 1 0 l
a 4 0 1 a 6 0 1 a 2 0 3 a 5i 0 d a 1 g 1a a 1 g 3 a e5 0 1 6 2 0 7 5 1 g 3 5 1 16 1 a 1 17 2 a 1 j 1 g 2 j 1 4 3 0 1 18
1 19 1 w 2 18 1 19 1 w 1 18 4 0 3 n 1 5 2 7 5 a 1 g 8 x 1 0 1 18 1 19 1 0 2 u 6 0 1 o 1 w 1 9 3 u c 0 1 5 1 x 4 5 1 0 3
5 1 15 5 0 a a d 0 1 w 1 9 e 0 1 w 1 9 h 0 7 y 1 x 1 y 1 6a c y 1 x 4 y 1 x 2 y 1 x 1 y 1 x f y x a i 0 1 x 5 0 1 x c 0
1 y 6z 0 2 y 63 0 1 n o 0 1 w 1 9 1 w 1 9 e 0 2 2e d 0 1 2o 1 21 5a 0 4 1s 3 0 1 2e 2 m 1 2e d4 0 1 1a 1c 0 2 1s 1 0 4
m g 0 2 2e 2 0 1 m 1 0 3 m 1 d 2 m g 0 8 1s 1 0 3 m c 0 c 1s k 0 1 m m 0 1 2e a 0 6 1s 3 0 1 1s d 0 1 1s 8 0 2 1s h 0 2
2e 5 m 2 2e 3 m 4 0 1 m 1 1s 3 m 1 0 1 m 1 2e 3 0 2 m 2 0 1 m 2 0 3 m 8 0 1 2e 6 0 1 m 2 2e 1 m 1 2e 1 0 2 m 1 d 1 2e 2
0 1 2e 7 m 1 1s 2 0 2 m 2 25 2 d q 0 1 1s z 0 1 1s 1 0 1 1s 4 0 3 1s 1 0 1 1s 3 0 6 z 1 0 2 f 1 m 3 0 1 w 1 9 1 w 1 9 1
w 1 9 1 w 1 9 1 w 1 9 1 w 1 9 1 w 1 9 v 0 3 1s o 0 1 1s e 0 1 1s 5 0 1 w 1 9 v 0 1 w 1 9 1 w 1 9 1 w 1 9 1 w 1 9 1 w 1
9 g 0 1 5 aq 0 1 w 1 9 1 w 1 9 1 w 1 9 1 w 1 9 1 w 1 9 1 w 1 9 1 w 1 9 1 w 1 9 1 w 1 9 1 w 1 9 1 w 1 9 1r 0 1 w 1 9 1 w
1 9 w 0 1 w 1 9 7x 0 2 1s 1f 0 1 1s 4 0 1 1s bd 0 3 a 7 0 1 f 3 5 1 0 1 f 1 5 34 0 1 5 e 0 1 a 2o 0 w a 2 z 1 18 1 19 1
18 1 19 3 z 1 18 1 19 1 z 1 18 1 19 8 5 1 0 1 j 1 w 1 5 2 0 1 18 1 19 2 0 1 18 1 19 1 w 1 9 1 w 1 9 1 w 1 9 1 w 1 9 4 5
1 f 1 0 2 5 1 0 2 5 5 0 2 4 3 5 1 0 1 j 1 5 1 w 8 5 1 0 1 5 1 0 2 5 3 0 2 f 1 w 1 b 1 w 1 b 1 w 1 b 1 w 1 b 1 j y 0 q
2e 1 0 2h 2e c 0 5y 2e q 0 g 2e 1 3p 2 21 2 2e 1 2m 2 2e 1 2o 1 21 1 2o 1 21 1 2o 1 21 1 2o 1 21 1 2o 1 21 2 2e 1 2o 1
21 1 2o 1 21 1 2o 1 21 1 2o 1 21 1 2m 1 2o 2 21 a 2e 6 22 5 2e 1 22 5 2e 2 2m 2 2e 1 m 1 0 1 2m 1 2e 1 2m 1 2e 1 2m 1
2e 1 2m 1 2e 1 2m p 2e 1 2m v 2e 1 2m 1 2e 1 2m 1 2e 1 2m 6 2e 1 2m 6 2e 2 2m 2 0 2 22 4 2m 1 2e 2 2m 1 2e 1 2m 1 2e 1
2m 1 2e 1 2m 1 2e 1 2m p 2e 1 2m v 2e 1 2m 1 2e 1 2m 1 2e 1 2m 6 2e 1 2m 6 2e 2 2m 4 2e 4 2m 1 2e 5 0 17 2e 1 0 2m 2e 1
0 2e 2e 9 0 1 2e g 2m v 2e 1 0 14 2e 8 0 5f4 2e 1s 1s g7p 2e 1 2m vr 2e 3 0 1j 2e 1j 0 2 5 7h 0 1 5 1 f 1 5 g 0 a v 1x
0 4 a 1 0 a a w 0 2 a 28 0 2 a 1 0 5 5 7e 0 1 a 3 0 1 a 4 0 1 a n 0 5 a 4 0 1 a b 0 1 x 1n 0 2 6 2 f 8 0 2 a 1e 0 i a 8
0 2 5 a v 6 0 i a a 0 1 6 2 0 1 a a v s 0 8 a 2 5 n 0 d a c 0 t 2h 3 0 4 a 1b 1 d a 1 14 6 m 3 5 4 m 1 0 1 5 a 3 4 0 2
m 5 0 1 a a 0 a v 6 0 15 3 e a 9 0 3 5 1 a 8 5 2 a 2 0 a 3 2 0 1 m 3 5 r 0 3 a 1e 0 1 a 1 0 3 a 2 0 2 a 5 0 2 a 1 0 1 a
15 0 5 a 2 5 3 0 2 a 6k 0 8 a 1 5 2 a 2 0 a v 6 0 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a
1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a
1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a
1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a
1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a
1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a
1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a
1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a
1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a
1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a
1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a
1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a
1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a
1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a
1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a
1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a
1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a
1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a
1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a
1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a
1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a
1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a
1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a
1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a
1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a
1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a
1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a
1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a
1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a
1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a
1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a
1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a
1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a
1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a 1 29 r 2a c 0 n r 4 0 1d q 6is 0 e8 2e t 0 1 k 1
a a k 1 0 d k 1 0 5 k 1 0 1 k 1 0 2 k 1 0 2 k 1 0 a k dq 0 1 9 1 w 58 0 1 x 3 0 g a 3 21 2 2m 2 27 1 2o 1 21 1 2f 6 0 1
g 1 a 1 g 1 a 1 g 1 a 2 g 1 a 1 g 1 a 1 g 1 a 2 g 1 a 5 2e 1 2o 1 21 1 2o 1 21 1 2o 1 21 1 2o 1 21 1 2o 1 21 1 2o 1 21
1 2o 1 21 1 2o 1 21 2 2e 1 2o 1 21 7 2e 1 21 1 2e 1 21 1 0 2 2m 2 27 1 2e 1 2o 1 21 1 2o 1 21 1 2o 1 21 8 2e 1 0 1 2e 1
2q 1 2p 1 2e 43 0 1 15 1 0 1 3z 2 46 1 4i 1 4h 2 46 1 4g 1 3t 2 46 1 3t 1 46 1 3t b 46 2 4e 3 46 1 3z r 46 1 4g 1 46 1
3t t 46 1 4g 1 46 1 3t 1 46 1 4g 1 3t 1 5l 1 68 2 5l 1 66 1 5y a 66 19 5y 2 66 v 5y 3 0 6 5y 2 0 6 5y 2 0 6 5y 2 0 3 5y
3 0 1 4h 1 4i 3 46 2 4i 1 0 7 5c a 0 3 a 1 8 77 0 3 5 6y 0 1 a 6a 0 1 a 45 0 5 a 10 0 1 5 1c 0 1 5 5r 0 a v q5 0 1 5 5j
0 1 5 69 0 3 a 1 0 2 a 5 0 4 a 14 0 3 a 4 0 1 a g 0 8 5 3x 0 2 a 9 0 6 5 1 n 1u 0 7 5 dg 0 4 a 8 0 a v 6 0 a v v 0 5 a
1 j 8s 0 2 a 1 j y 0 1 5 15 0 6 a 1y 0 b a 1d 0 4 a 3e 0 3 a 2 2 1f 1 e a 1 14 2 5 5 m 4 0 k m a 3 1 a 2 1 2 a 1 1 9 0
1 g 3 a 19 0 b a 2 0 1 v 4 5 1 a a 0 1 v y 0 a v 6 0 3 a 10 0 e a 1 0 a v 4 5 1 0 2 a 18 0 1 a 1 0 1 6 a 0 3 a 1c 0 e a
4 0 2 5 1 0 1 5 4 a 1 0 2 a a v 1 0 1 6 1 0 3 5 24 0 c a 2 5 1 0 2 5 1 0 1 a 2 0 1 a 2v 0 1 5 1h 0 c a 5 0 a v 6 0 4 a
1 0 8 1 2 0 2 1 2 0 m 1 1 0 7 1 1 0 2 1 1 0 5 1 1 0 2 a 1 5 7 a 2 0 2 a 2 0 2 a 1 14 2 0 1 3 6 0 1 a 5 0 1 5 2 3 2 1 2
a 2 0 7 a 3 0 5 a b 0 a 3 1 0 1 3 2 0 1 3 1 0 2 3 10 1 1 0 1 m 9 a 1 0 1 a 2 0 1 a 1 0 4 a 1 0 4 a 1 14 1 2 1 a 3 m 1 0
2 m 8 0 2 a 2a 0 i a 4 0 4 5 1 0 a v 2 5 2 0 1 a 29 0 k a c 0 a v 5x 0 7 a 2 0 9 a 1 6 2 5 2 f 3 0 f 5 4 0 2 a 2a 0 h a
2 5 d 0 a v 6 0 d 6 1q 0 d a 8 0 a v 6 0 k v 1l 0 f a 4 0 a v 2 0 3 5 6l 0 f a 4l 0 a v m 0 7 1 2 0 1 1 2 0 8 1 1 0 2 1
1 0 o 1 6 a 1 0 2 a 2 0 3 a 1 14 1 2 1 a 1 2 2 a 3 5 9 0 a 3 3b 0 7 a 2 0 7 a 1 0 1 6 1 0 1 a s 0 a a 14 0 7 a 1 0 4 a
1 6 1 0 4 5 1 6 1 0 1 a 9 0 b a 1a 0 g a 3 5 1 0 3 6 2 5 2l 0 a 6 2e 0 8 a 3s 0 a v 1h 0 8 a 1 0 8 a 1 0 5 5 a 0 a v m
0 1 6 1 f w 0 m a 1 0 e a 3e 0 6 a 3 0 1 a 1 0 2 a 1 0 7 a 1 0 1 a 8 0 a v 1c 0 5 a 1 0 2 a 1 0 5 a 8 0 a v 1i 0 a v 6u
0 i 3 1 5 4 a 2 5 7 0 2 a 1 2 1 a d 1 1 0 y 1 7 a 3 0 4 a 1 14 2 5 b m a 3 1 a 3m 0 4 x u 0 1 5 vk 0 5 5 2qr 0 3 w 3 9
10 0 1 9 3 0 1 w 1 9 1 w 1 9 6n 0 1 w 2 9 4z 0 1 w 7 g 1 w 1 9 3 g 1 w 1 9 1 w 1 9 1 a 6 0 f a 3g8 0 1 w 1 9 5dc 0 u 3
i a a 3 1t2 0 a v 4 0 2 5 28 0 a v 12 0 5 a 1 5 1m 0 7 a 3 5 a 0 1 5 b 0 a v es 0 2 5 a v 7x 0 2 5 52 0 1 a 1 0 1j a 7
0 4 a 25 0 4 2m 1 28 b 0 2 22 2 2m 3 2e 9 0 5c0 2e d7 1s 10 0 1 1s v 2e 2 1s 2n 0 37 2e d 0 pe 1s e 0 1f 1s 5y5 0 4 1s
1 0 7 1s 1 0 2 1s 1 0 83 2e 6 1s 9 0 1 2m t 0 3 2m 2 0 1 2m e 0 4 2m 1 1s 7 0 b0 2e 1wh 0 2 a 1 5 4 a 37w 0 a v ee 0 1a
a 2 0 n a f2 0 5 a 3 0 m a 2 0 7 a u 0 4 a 44 0 3 a 57 0 2f 1s 9 0 n 1s uv 0 1e v e8 0 1j a 4 0 1e a 8 0 1 a e 0 1 a 2
0 4 5 g 0 5 a 1 0 f a 11s 0 7 a 1 0 h a 2 0 7 a 1 0 2 a 1 0 5 a 2s 0 1 a 4g 0 7 a 9 0 a v 9w 0 1 a 1p 0 4 a a v 5 0 1 y
do 0 4 a a v 6s 0 2 a 1 0 a v 6g 0 1 a 2 0 1 a 7 0 2 a 5 0 1 a d6 0 7 a 31 0 7 a 5 0 a v 4 0 2 w ng 0 1 x 3 0 1 x nj 0
4 m 1 2e 13 m 4 1c 2s m c 1c f m 2 1c f m 1 1c e m 1 2e 1 1c 11 m a 1c 3y 0 1 1s 2 0 a 1s j 0 1 34 1j 1c q 10 3 2e d 1c
18 2e 4 1c 9 2e 7 1c 2 2e e 1c 6 2e 4a 1c x 2e c m 9 2e 1 m 1y 2e 1 m 7 2e 1 25 e 2e 8 m 2 0 2 m l 2e 2 1s 5 2e 1 1s 5
2e 3 25 2 2e 1 25 2 2e 1 25 2 d 2 m 5 2e c m h 2e 3 m 1 2e 3 m 3 2e 5 26 1r 2e 1 m 1 2e 1 m 2 25 2 2e b 25 l 2e j 25 3
2e 1 25 4 2e 3 25 1 2e 3 25 7 2e 1 25 1 2e 1 25 e 2e 1 1s 1 2e 1 1s 1 2e 1 1s 5 2e 1 25 4 2e 1 1s 1 2e 2 1s 22 2e 2 m 1
2e 7 1s g 2e e 1s d 2e c 1s c 0 1 m 4 2e 1 m o 2e c m 2 d 4 m 1 25 l m 1 d 4 m 2 25 d m 1 2e 1b m 8 0 o m 6 0 1 m 22 2e
3 25 3 2e 5 25 12 0 3 z 3 u 4 0 z 2e 1 25 g 2e 3 25 9 2e 1 25 5 2e 6 m 1 25 3 m 3 2e 2 m 4 2e 1 34 2 1c 4 2e b m 2 2e 3
1c 4 m 9 2e 3 1c 38 0 3 m 4 0 5 m 2d 0 5 m 1 34 5 1c c 2e 4 1c 1 2e f 1c c 0 4 1b 1k 0 8 1b a 0 6 1b 14 0 8 1b u 0 2 1b
c 0 4 1b 2 0 e 1b 9 0 13 1b c 0 1 25 2 2e 1 25 8 2e 8 25 6 2e 1 25 9 2e a 25 1 2e 1 m 3 25 7 2e 1 m 1c 2e 1 25 1p 2e 2
25 1 2e 2 25 1 2e 1 25 h 2e 3 25 1 2e d 25 y 2e 2g 0 8 1c e m 2 1c d 2e 3 1c b 2e 3 34 1h 2e 3 25 1 2e 1 1c 1 2e 3 1c 1
34 g 2e 1 34 1 1c c 2e 1 34 3 1c 1 2e 9 25 2 34 5 1c 6o 0 a v 6 0 se 1c 2 0 1eke 2e 2 0 1eke 2e e1oj 0 1 a u 0 2o a 3k
0 6o a`

export const graphemeRuns = `a 3 1 2 2 3 1 1 i 3 2n 0 x 3 9 0 1 g 3 0 1 3 1 g gh 0 34 d 7n 0 7 d 7b 0 19 d 1 0 1 d 1 0 2 d 1 0 2 d 1 0 1 d 1k 0 6 6
a 0 b d 1 0 1 3 1a 0 l d g 0 1 d 2t 0 7 d 1 6 1 0 6 d 2 0 2 d 1 0 4 d x 0 1 6 1 0 1 d u 0 r d 2j 0 b d 1m 0 9 d 9 0 1 d
o 0 4 d 1 0 9 d 1 0 3 d 1 0 5 d 17 0 3 d 1g 0 2 6 5 0 9 d 16 0 o d 1 6 w d 1 7 h 0 11 h 1 d 1 7 1 d 1 0 3 7 8 d 4 7 1 e
2 7 1 0 7 d 8 h 2 0 2 d k 0 8 h 1 0 1 d 2 7 h 0 k h 1 0 7 h 1 0 1 h 3 0 4 h 2 0 1 d 1 0 1 d 2 7 4 d 2 0 2 7 2 0 2 7 1 e
9 0 1 d 4 0 2 h 1 0 1 h 2 0 2 d c 0 2 h c 0 1 d 2 0 2 d 1 7 1k 0 1 d 1 0 3 7 2 d 4 0 2 d 2 0 3 d 3 0 1 d u 0 2 d 3 0 1
d b 0 2 d 1 7 h 0 k h 1 0 7 h 1 0 2 h 1 0 5 h 2 0 1 d 1 0 3 7 5 d 1 0 2 d 1 7 1 0 2 7 1 e k 0 2 d l 0 1 h 6 d 1 0 1 d 2
7 h 0 k h 1 0 7 h 1 0 2 h 1 0 5 h 2 0 1 d 1 0 2 d 1 7 4 d 2 0 2 7 2 0 2 7 1 e 7 0 3 d 4 0 2 h 1 0 1 h 2 0 2 d d 0 1 h g
0 1 d 1n 0 1 d 1 7 1 d 2 7 3 0 3 7 1 0 3 7 1 d 9 0 1 d 14 0 1 d 3 7 1 d g 0 k h 1 0 g h 2 0 1 d 1 0 3 d 4 7 1 0 3 d 1 0
3 d 1 e 7 0 2 d 1 0 3 h 7 0 2 d t 0 1 d 2 7 1k 0 1 d 1 0 1 7 2 d 1 7 1 d 2 7 1 0 3 d 1 0 4 d 7 0 2 d b 0 2 d f 0 1 7 c
0 2 d 2 7 h 0 12 h 2 d 1 0 1 d 2 7 4 d 1 0 3 7 1 0 3 7 1 e 1 6 8 0 1 d a 0 2 d t 0 1 d 2 7 1y 0 1 d 4 0 1 d 2 7 3 d 1 0
1 d 1 0 7 7 1 d i 0 2 7 1p 0 1 d 1 0 1 7 7 d c 0 8 d 2q 0 1 d 1 0 1 7 9 d b 0 7 d 21 0 2 d r 0 1 d 1 0 1 d 1 0 1 d 4 0
2 7 1d 0 e d 1 7 5 d 1 0 2 d 5 0 b d 1 0 10 d 9 0 1 d 1l 0 17 h 2 0 4 d 1 7 6 d 1 0 1 e 1 d 2 7 2 d 1 h g 0 6 h 2 7 2 d
4 h 3 d 1 h 3 0 2 h 7 0 3 h 4 d d h 1 d 1 0 1 7 2 d 6 0 1 d 1 h e 0 1 d 2q 0 2o 8 20 9 2g a 9p 0 3 d qa 0 4 d s 0 3 d t
0 2 d u 0 2 d c 0 1g h 2 d 1 7 7 d 8 7 1 d 2 7 9 d 1 e 1 d 9 0 1 d 19 0 3 d 1 3 1 d 39 0 2 d y 0 1 d 3a 0 3 d 4 7 2 d 3
7 4 0 2 7 1 d 6 7 3 d 63 0 2 d 2 7 1 d 4 0 1h h 1 7 1 d 1 7 7 d 1 0 1 e 1 0 1 d 2 0 8 d 6 7 a d 2 0 1 d 1c 0 1a d 2 0 c
d k 0 4 d 1 7 6 0 2 h 6 0 x h a d 4 7 2 d 1 e 8 h u 0 9 d c 0 2 d 1 7 u h 1 7 4 d 2 7 3 d 1 e 2 d 2 h b 0 3 h 14 0 1 d
1 7 2 d 3 7 1 d 1 7 5 d 1c 0 8 7 8 d 2 7 2 d 48 0 3 d 1 0 d d 1 7 7 d 4 0 1 d 6 0 1 d 2 0 1 7 2 d 5i 0 1s d ej 0 1 3 1
f 1 4 2 3 o 0 7 3 d 0 1 g c 0 1 g m 0 g 3 2o 0 x d 1d 0 1 g m 0 1 g 2i 0 6 g f 0 2 g a7 0 2 g c 0 1 g 4m 0 1 g p 0 b g
4 0 3 g 5j 0 1 g 6f 0 2 g a 0 1 g 9 0 1 g 1m 0 4 g 1 0 5 g 9 0 1 g 2 0 1 g 2 0 2 g 2 0 1 g 4 0 1 g 2 0 1 g 1 0 2 g 2 0
1 g 3 0 1 g 3 0 2 g 8 0 3 g 5 0 1 g 1 0 1 g 5 0 c g b 0 2 g 2 0 1 g 1 0 2 g 1 0 1 g i 0 1 g 2 0 2 g i 0 6 g 1 0 1 g 1 0
2 g 3 0 2 g 5 0 1 g 2 0 2 g 4 0 2 g b 0 2 g 5 0 2 g 2 0 1 g 5 0 2 g 1 0 1 g 1 0 2 g k 0 2 g 5 0 6 g 1 0 4 g 2 0 1 g 4 0
1 g 2 0 1 g 2 0 6 g 1 0 1 g 2 0 1 g 1 0 1 g 1 0 1 g 6 0 1 g 3 0 1 g 6 0 1 g a 0 2 g f 0 1 g 2 0 1 g 4 0 1 g 1 0 1 g 4 0
3 g 1 0 1 g b 0 2 g 1c 0 3 g 9 0 1 g e 0 1 g e 0 1 g ac 0 2 g cv 0 3 g j 0 2 g 1f 0 1 g 4 0 1 g bd 0 3 d 3x 0 1 d 2o 0
w d fe 0 6 d 1 g c 0 1 g 2j 0 2 d e4 0 1 g 1 0 1 g mvp 0 4 d 1 0 a d w 0 2 d 28 0 2 d 7k 0 1 d 3 0 1 d 4 0 1 d n 0 2 7
2 d 1 7 4 0 1 d 2b 0 2 7 1e 0 g 7 2 d q 0 i d d 0 1 d 12 0 8 d p 0 b d 1 7 1 d c 0 t 8 3 0 3 d 1 7 5 0 3 h 3 0 10 h 1 d
2 7 4 d 2 7 2 d 2 7 1 e v 0 5 h 1 d 1 0 9 h a 0 5 h 16 0 6 d 2 7 2 d 2 7 2 d c 0 1 d 8 0 1 d 1 7 i 0 g h 1 0 3 h 6 0 1
h 1 0 1 d 1 0 2 h 1c 0 1 d 1 0 3 d 2 0 2 d 5 0 2 d 1 0 1 d u 0 b h 1 7 2 d 2 7 5 0 1 7 1 e 5l 0 r h 8 0 2 7 1 d 2 7 1 d
2 7 1 0 1 7 1 d i 0 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b
r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b
r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b
r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b
r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b
r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b
r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b
r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b
r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b
r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b
r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b
r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b
r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b
r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b
r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b
r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b
r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b
r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b
r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b
r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b
r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b
r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b
r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b
r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b
r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b
r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b
r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c 1 b r c c 0 n 9 4 0 1d a 6xu 0 1 d
kh 0 g d g 0 g d 5r 0 1 3 4e 0 2 d 28 0 c 3 e9 0 1 d 6a 0 1 d 45 0 5 d 1ad 0 1 h 3 d 1 0 2 d 5 0 4 d 4 h 1 0 3 h 1 0 t
h 2 0 3 d 4 0 1 e 4l 0 2 d fx 0 4 d 1t 0 5 d 8t 0 2 d 25 0 6 d 1y 0 b d 1d 0 4 d 3e 0 1 7 1 d 1 7 1h 0 f d 15 0 1 d 2 0
2 d a 0 3 d 1 7 19 0 3 7 4 d 2 7 2 d 2 0 1 6 4 0 1 d a 0 1 6 1e 0 3 d 10 h 5 d 1 7 6 d 1 e 1 d f 0 1 h 2 7 1 h 17 0 1 d
c 0 2 d 1 7 1c 0 3 7 9 d 1 7 1 d 1 0 2 6 5 0 4 d 1 0 1 7 1 d 2k 0 3 7 3 d 2 7 4 d 6 0 1 d 2 0 1 d 4d 0 1 d 3 7 8 d l 0
2 d 2 7 1j 0 2 d 1 0 1 d 1 7 1 d 4 7 2 0 2 7 2 0 2 7 1 d 9 0 1 d a 0 2 7 2 0 7 d 3 0 5 d b 0 a h 1 0 1 h 2 0 1 h 1 0 12
h 2 0 1 d 2 7 6 d 1 0 1 d 2 0 1 d 1 0 3 d 1 7 1 0 2 7 2 d 1 e 1 6 1 d e 0 2 d 2a 0 3 7 8 d 2 7 3 d 1 7 1 d n 0 1 d 29 0
1 d 2 7 6 d 1 7 1 d 2 7 1 d 1 7 2 d 1 7 2 d 6j 0 1 d 2 7 4 d 2 0 4 7 2 d 1 7 2 d r 0 2 d 2a 0 3 7 8 d 2 7 1 d 1 7 2 d
2y 0 1 d 1 7 1 d 2 7 8 d 2t 0 1 d 1 7 1 d 2 0 4 d 1 7 5 d 74 0 3 7 9 d 1 7 2 d 5h 0 7 h 2 0 1 h 2 0 8 h 1 0 2 h 1 0 o h
1 d 5 7 1 0 2 7 2 0 3 d 1 e 1 6 1 7 1 6 1 7 1 d 3x 0 3 7 4 d 2 0 2 d 4 7 1 d 3 0 1 7 r 0 1 h a d 14 h 6 d 1 7 1 0 4 d 8
0 1 e 8 0 1 h 6 d 2 7 3 d 14 h 6 6 d d 1 7 1 d 1 e 5i 0 1 d 1 7 3 d 1 7 1 d 1 7 5j 0 1 7 7 d 1 0 6 d 1 7 1 d 2a 0 m d 1
0 1 7 7 d 1 7 2 d 1 7 2 d 3e 0 6 d 3 0 1 d 1 0 2 d 1 0 7 d 1 6 1 d 1u 0 5 7 1 0 2 d 1 0 2 7 1 d 1 7 1 d 9n 0 2 d 2 7 9
0 2 d 1 6 1 7 d h 1 0 y h 2 7 5 d 3 0 2 7 2 d 1 e n 0 1 d 445 0 g 3 1 d 6 0 f d 8ug 0 c d 3 7 3 d 1xc 0 5 d 1n 0 7 d fg
0 1 9 3 0 4 9 dg 0 1 d 1 0 1j 7 7 0 4 d 29 0 1 d b 0 2 d f57 0 2 d 1 0 4 3 3mk 0 1a d 2 0 n d f2 0 5 d 3 0 6 d 8 3 8 d
2 0 7 d u 0 4 d 44 0 3 d 1iz 0 1j d 4 0 1e d 8 0 1 d e 0 1 d m 0 5 d 1 0 f d 11s 0 7 d 1 0 h d 2 0 7 d 1 0 2 d 1 0 5 d
2s 0 1 d 4g 0 7 d af 0 1 d 1p 0 4 d e4 0 4 d 72 0 2 d 6r 0 1 d 2 0 1 d 7 0 2 d 5 0 1 d d6 0 7 d 31 0 7 d 1bt 0 1 g 13 0
4 g 2s 0 c g f 0 2 g f 0 1 g e 0 2 g 11 0 a g 34 0 2 g c 0 2 g e 0 1 g 2 0 a g j 0 1k g q 5 1 0 f g a 0 1 g k 0 1 g 2 0
9 g 1 0 4 g 9 0 n g 6 0 58 g 2 0 34 g 2 0 2 g 1 0 3 g 2 0 2b g 2 0 3 g 1 0 4 g 5 d 72 g 1 0 1r g b 0 6 g 1 0 o g 7 0 2
g 2 0 8 g c 0 1 g 2 0 4 g 2 0 1 g 4 0 2 g d 0 2 g 2 0 1 g 8 0 2 g 9 0 1 g 5 0 3 g c 0 3 g 8 0 3 g 2 0 1 g 1 0 1 g 4 0 1
g 6 0 1 g 3 0 1 g 6 0 2e g 1c 0 1y g 5 0 8 g 2 0 h g 3 0 1 g 1 0 6 g 2 0 d g 62 0 12 g c 0 4 g 1k 0 8 g a 0 6 g 14 0 8
g u 0 2 g c 0 4 g 2 0 e g 9 0 13 g c 0 1b g 1 0 a g 1 0 55 g 2g 0 8 g e 0 42 g 74 0 se g gute 0 w 3 2o d 3k 3 6o d 2s0
3`

export const scriptRuns = `1t 1 q 3 6 1 q 3 1b 1 1 3 f 1 1 3 5 1 n 3 1 1 v 3 1 1 ch 3 13 1 5 3 5 1 2 c k 1 34 2 4 6 1 1 3 6 2 0 4 6 1 1 1 6 4 0 1
6 1 1 1 6 1 1 3 6 1 0 1 6 1 0 k 6 1 0 1r 6 e 10 g 6 3p 5 2 2 4p 5 1 0 12 g 2 0 1e g 2 0 3 g 1 0 1j 8 8 0 r 8 4 0 6 8 b
0 5 7 1 1 6 7 1 1 e 7 1 1 3 7 1 1 w 7 1 1 a 7 b 2 q 7 1 2 30 7 1 1 y 7 e 42 1 0 1o 42 2 0 3 42 1c 7 1e 4e e 0 1n 2y 2 0
3 2y 1a 3o 2 0 f 3o 1 0 s 2e 2 0 1 2e 1 0 b 42 5 0 y 7 5 0 23 7 1 1 t 7 29 15 4 2 f 15 2 1 q 15 4 m 1 0 8 m 2 0 2 m 2 0
m m 1 0 7 m 1 0 1 m 3 0 4 m 2 0 9 m 2 0 2 m 2 0 4 m 8 0 1 m 4 0 2 m 1 0 5 m 2 0 p m 2 0 3 1k 1 0 6 1k 4 0 2 1k 2 0 m 1k
1 0 7 1k 1 0 2 1k 1 0 2 1k 1 0 2 1k 2 0 1 1k 1 0 5 1k 4 0 2 1k 2 0 3 1k 3 0 1 1k 7 0 4 1k 1 0 1 1k 7 0 h 1k a 0 3 1i 1
0 9 1i 1 0 3 1i 1 0 m 1i 1 0 7 1i 1 0 2 1i 1 0 5 1i 2 0 a 1i 1 0 3 1i 1 0 3 1i 2 0 1 1i f 0 4 1i 2 0 c 1i 7 0 7 1i 1 0
3 3d 1 0 8 3d 2 0 2 3d 2 0 m 3d 1 0 7 3d 1 0 2 3d 1 0 5 3d 2 0 9 3d 2 0 2 3d 2 0 3 3d 7 0 3 3d 4 0 2 3d 1 0 5 3d 2 0 i
3d a 0 2 4a 1 0 6 4a 3 0 3 4a 1 0 4 4a 3 0 2 4a 1 0 1 4a 1 0 2 4a 3 0 2 4a 3 0 3 4a 3 0 c 4a 4 0 5 4a 3 0 3 4a 1 0 4 4a
2 0 1 4a 6 0 1 4a e 0 l 4a 5 0 d 4d 1 0 3 4d 1 0 n 4d 1 0 g 4d 2 0 9 4d 1 0 3 4d 1 0 4 4d 7 0 2 4d 1 0 3 4d 1 0 2 4d 2
0 4 4d 2 0 a 4d 7 0 9 4d d 1u 1 0 3 1u 1 0 n 1u 1 0 a 1u 1 0 5 1u 2 0 9 1u 1 0 3 1u 1 0 4 1u 7 0 2 1u 5 0 3 1u 1 0 4 1u
2 0 a 1u 1 0 3 1u c 0 d 2d 1 0 3 2d 1 0 1f 2d 1 0 3 2d 1 0 6 2d 4 0 g 2d 2 0 q 2d 1 0 3 3v 1 0 i 3v 3 0 o 3v 1 0 9 3v 1
0 1 3v 2 0 7 3v 3 0 1 3v 4 0 6 3v 1 0 1 3v 1 0 8 3v 6 0 a 3v 2 0 3 3v c 0 1m 4f 4 0 1 1 s 4f 11 0 2 23 1 0 1 23 1 0 5
23 1 0 o 23 1 0 1 23 1 0 n 23 2 0 5 23 1 0 1 23 1 0 7 23 1 0 a 23 2 0 4 23 w 0 20 4g 1 0 10 4g 4 0 13 4g 1 0 10 4g 1 0
f 4g 1 0 7 4g 4 1 2 4g 11 0 4g 2s 12 1e 1 0 1 1e 5 0 1 1e 2 0 17 1e 1 1 4 1e 74 b 21 1c 1 0 4 1c 2 0 7 1c 1 0 1 1c 1 0
4 1c 2 0 15 1c 1 0 4 1c 2 0 x 1c 1 0 4 1c 2 0 7 1c 1 0 1 1c 1 0 4 1c 2 0 f 1c 1 0 1l 1c 1 0 4 1c 2 0 1v 1c 2 0 w 1c 3 0
q 1c 6 0 2e y 2 0 6 y 2 0 hs t t 31 3 0 23 3n 3 1 b 3n 7 0 m 43 9 0 1 43 l 1n 2 1 9 0 k s c 0 d 44 1 0 3 44 1 0 2 44 c
0 2m 1z 2 0 a 1z 6 0 a 1z 6 0 2 2p 2 1 1 2p 1 1 k 2p 6 0 2h 2p 7 0 17 2p 5 0 1y t a 0 v 25 1 0 c 25 4 0 c 25 4 0 1 25 3
0 c 25 u 45 2 0 5 45 b 0 18 2w 4 0 q 2w 6 0 b 2w 3 0 2 2w w 1z s r 2 0 2 r 1r 46 1 0 t 46 2 0 b 46 6 0 a 46 6 0 e 46 2
0 1a 2 2 0 c 2 k 0 25 i 1 0 1e i 1s 3z 1g l 8 0 4 l 1k 24 3 0 f 24 3 0 3 24 1c 32 b 5 5 0 17 1e 2 0 3 1e 8 3z 8 0 3 2 1
1 d 2 1 1 7 2 4 1 1 2 6 1 1 2 3 1 2 2 1 1 5 0 12 3 5 6 1 5 1d 3 5 6 4 3 5 6 d 3 1 5 1y 3 1 6 1s 2 74 3 m 6 2 0 6 6 2 0
12 6 2 0 6 6 2 0 8 6 1 0 1 6 1 0 1 6 1 0 1 6 1 0 v 6 2 0 1h 6 1 0 f 6 1 0 e 6 2 0 6 6 1 0 j 6 2 0 3 6 1 0 9 6 1 0 c 1 2
2 2f 1 1 0 b 1 1 3 2 0 b 1 1 3 f 1 1 0 d 3 3 0 y 1 e 0 x 2 f 0 12 1 1 6 3 1 2 3 6 1 1 3 r 1 1 3 h 1 15 3 3 1 4 0 ii 1 m
0 b 1 l 0 ps 1 74 q hg 1 2 0 3u 1 2o 1f w 3 38 10 5 0 7 10 12 1e 1 0 1 1e 5 0 1 1e 2 0 1k 4h 7 0 2 4h e 0 1 4h n 1c 9 0
7 1c 1 0 7 1c 1 0 7 1c 1 0 7 1c 1 0 7 1c 1 0 7 1c 1 0 7 1c 1 0 7 1c 1 0 w 5 2m 1 y 0 q 4 1 0 2h 4 c 0 5y 4 q 0 l 1 1 4
1 1 1 4 p 1 9 4 4 2 2 b 8 1 4 4 4 1 1 0 2e 9 2 0 2 2 2 1 3 9 1 1 2i a 2 1 3 a 5 0 17 c 1 0 2m b 1 0 g 1 w c 12 1 9 0 1
1 g a v b 1 0 1s 1 v b 29 1 1b a 1 1 2g a 4o 1 534 4 1s 1 g74 4 wd 4t 3 0 1j 4t 9 0 1c 28 8c 4o k 0 2o 5 2g j 8 0 y 1
2u 3 3 1 2a 3 k 0 f 3 19 41 3 0 a 1 6 0 1k 3j 8 0 1y 3p 8 0 c 3p 6 0 w 15 1a 1w 1 1 1 1w 10 3m b 0 1 3m t b 3 0 26 1s 1
0 1 1 a 1s 4 0 2 1s v 2s 1 0 1j x 9 0 e x 2 0 a x 2 0 4 x w 2s 1v 47 o 0 5 47 n 2j a 0 6 1c 2 0 6 1c 2 0 6 1c 9 0 7 1c
1 0 7 1c 1 0 17 3 1 1 9 3 1 6 4 3 2 1 4 0 28 y 1a 2j 2 0 a 2j 6 0 8mc b c 0 n b 4 0 1d b 6is 0 a6 4 2 0 2y 4 12 0 7 3 c
0 5 g 5 0 q 8 1 0 5 8 1 0 1 8 1 0 2 8 1 0 2 8 1 0 a 8 dq 7 2 1 40 7 w 0 g 7 g 2 a 1 6 0 e 2 2 5 z 1 1 0 j 1 1 0 4 1 4 0
5 7 1 0 3r 7 2 0 1 1 1 0 w 1 q 3 6 1 q 3 b 1 a a 1 1 19 a 2 1 v b 3 0 6 b 2 0 6 b 2 0 6 b 2 0 3 b 3 0 7 1 1 0 7 1 a 0 5
1 2 0 c 27 1 0 q 27 1 0 j 27 1 0 2 27 1 0 f 27 2 0 e 27 y 0 3f 27 5 0 3 1 4 0 19 1 3 0 9 1 27 6 1 0 d 1 3 0 1 6 1b 0 19
1 1 2 3m 0 t 29 3 0 1d u f 0 1 2 r 1 4 0 10 35 9 0 3 35 r 1g 5 0 17 37 5 0 u 4n 1 0 1 4n 10 38 4 0 e 38 16 0 28 14 1c
3r u 3f 2 0 a 3f 6 0 10 3e 4 0 10 3e 4 0 14 1a 8 0 1g v b 0 1 v b 4p 1 0 f 4p 1 0 7 4p 1 0 2 4p 1 0 b 4p 1 0 f 4p 1 0 7
4p 1 0 2 4p 3 0 1g 4j c 0 8n 26 9 0 m 26 a 0 8 26 o 0 6 3 1 0 16 3 1 0 9 3 1x 0 6 12 2 0 1 12 1 0 18 12 1 0 2 12 3 0 1
12 2 0 1 12 m 1p 1 0 9 1p w 3h v 2t 8 0 9 2t 1c 0 j 1o 1 0 2 1o 5 0 5 1o s 3k 3 0 1 3k q 2a 5 0 1 2a q 3t 12 0 w 2m o
2l 4 0 k 2l 2 0 1a 2l 4 1x 1 0 2 1x 5 0 8 1x 1 0 3 1x 1 0 t 1x 2 0 3 1x 4 0 a 1x 7 0 9 1x 7 0 w 3a w 36 w 0 13 2f 4 0 c
2f 9 0 1i h 3 0 7 h m 1r 2 0 8 1r j 1q 5 0 8 1q i 3l 7 0 4 3l c 0 7 3l 28 0 21 3b 1j 0 1f 34 d 0 1f 34 7 0 6 34 14 1m 8
0 a 1m 6 0 12 1d 3 0 t 1d 8 0 2 1d 5s 0 v 7 1 0 16 4s 1 0 3 4s 2 0 2 4s g 0 6 7 8 0 9 7 x 0 6 7 14 39 8 0 16 3w m 0 q
3c 12 0 s z k 0 n 1b 9 0 26 p 4 0 10 p 9 0 1 p 1v 1t a 0 1 1t 2 0 p 3x 7 0 a 3x 6 0 1h w 1 0 i w 8 0 13 2b 9 0 2o 3q 1
0 k 3v b 0 i 20 1 0 1b 20 1q 0 7 2r 1 0 1 2r 1 0 4 2r 1 0 f 2r 1 0 b 2r 6 0 1n 21 5 0 a 21 6 0 4 1h 1 0 8 1h 2 0 2 1h 2
0 m 1h 1 0 7 1h 1 0 2 1h 1 0 5 1h 1 0 1 2 9 1h 2 0 2 1h 2 0 3 1h 2 0 1 1h 6 0 1 1h 5 0 7 1h 2 0 7 1h 3 0 5 1h b 0 a 4m
1 0 1 4m 2 0 1 4m 1 0 12 4m 1 0 a 4m 1 0 1 4m 2 0 1 4m 1 0 4 4m 1 0 a 4m 1 0 2 4m 8 0 2 4m t 0 2k 2x 1 0 5 2x u 0 20 4i
8 0 a 4i 4m 0 1i 3s 2 0 12 3s y 0 1x 2o b 0 a 2o 6 0 d 2p j 0 1m 49 6 0 a 49 6 0 k 2s s 0 r e 2 0 f e 4 0 n e 55 0 1o
17 2s 0 2b 4r c 0 1 4r 7 16 2 0 1 16 2 0 8 16 1 0 2 16 1 0 u 16 1 0 2 16 2 0 c 16 9 0 a 16 1y 0 8 2v 2 0 1a 2v 2 0 b 2v
r 0 20 4u 8 0 2b 3y d 0 g t 1l 3i 7 0 a 15 2e 0 8 3q 2g 0 y 40 e 0 a 40 6 0 9 o 1 0 19 o 1 0 e o a 0 t o 3 0 w 2g 2 0 m
2g 1 0 e 2g 21 0 7 2h 1 0 2 2h 1 0 18 2h 3 0 1 2h 1 0 2 2h 1 0 9 2h 8 0 a 2h 6 0 6 1j 1 0 2 1j 1 0 11 1j 1 0 2 1j 1 0 6
1j 7 0 a 1j 6 0 18 4k 4 0 a 4k 6u 0 p 2c 7 0 h 1v 1 0 15 1v 3 0 t 1v 2d 0 1 28 f 0 1e 4a d 0 1 4a pm 11 2u 0 33 11 1 0
5 11 b 0 5g 11 218 0 2r 13 d 0 uu 19 a 0 32z 19 5 0 g7 f 5a1 0 1m 1l 1c6 0 ft j 7 0 v 2q 1 0 a 2q 4 0 2 2q 27 4b 1 0 a
4b 6 0 u k 2 0 6 k a 0 1y 3g a 0 a 3g 1 0 7 3g 1 0 l 3g 5 0 j 3g c0 0 1m 22 5i 0 2j 2i 5 0 p n 2 0 p n 18 0 23 2n 4 0
1l 2n 7 0 h 2n 1s 0 1 4c 1 2z 2 4 1 1y b 0 7 4 9 0 5c0 4c d2 1y 15 0 1 1y v 4c 2p 0 37 4c 6pp 0 4 a 1 0 7 a 1 0 2 a 1 0
1 a 7z 9 3 a f 0 1 9 t 0 3 9 2 0 1 a e 0 4 a 8 0 b0 2z 1s4 0 2z 18 5 0 d 18 3 0 9 18 7 0 a 18 2 0 4 18 4 1 318 0 71 1 3
0 c4 1 6 0 n 1 f 0 h 1 f 0 1a 2 2 0 n 2 9 0 38 1 1o 0 6u 1 a 0 13 1 2 0 1q 1 3 2 h 1 8 2 2 1 7 2 u 1 4 2 1p 1 l 0 1y 6
3e 0 k 1 c 0 k 1 c 0 2f 1 9 0 p 1 3r 0 2d 1 1 0 1z 1 1 0 2 1 2 0 1 1 2 0 2 1 2 0 4 1 1 0 c 1 1 0 1 1 1 0 7 1 1 0 1t 1 1
0 4 1 2 0 8 1 1 0 7 1 1 0 s 1 1 0 4 1 1 0 5 1 1 0 1 1 3 0 7 1 1 0 9g 1 2 0 84 1 2 0 1e 1 i4 3u f 0 5 3u 1 0 f 3u uo 0 v
3 6 0 6 3 5x 0 7 1f 1 0 h 1f 2 0 7 1f 1 0 2 1f 1 0 5 1f 5 0 1q 5 x 0 1 5 34 0 19 30 3 0 e 30 2 0 a 30 4 0 2 30 8w 0 v
4l h 0 1m 4q 5 0 1 4q cw 0 16 2u 5y 0 17 33 4 0 1 33 5c 0 v 48 1 0 m 48 8 0 2 48 68 0 7 1c 1 0 4 1c 1 0 2 1c 1 0 f 1c 1
0 5h 2k 2 0 g 2k 15 0 24 d 4 0 a d 4 0 2 d lt 0 1w 1 24 0 1p 1 5e 0 4 7 1 0 r 7 1 0 2 7 1 0 1 7 2 0 1 7 1 0 a 7 1 0 4 7
1 0 1 7 1 0 1 7 6 0 1 7 4 0 1 7 1 0 1 7 1 0 1 7 1 0 3 7 1 0 2 7 1 0 1 7 2 0 1 7 1 0 1 7 1 0 1 7 1 0 1 7 1 0 1 7 1 0 2 7
1 0 1 7 2 0 4 7 1 0 7 7 1 0 4 7 1 0 4 7 1 0 1 7 1 0 a 7 1 0 h 7 5 0 3 7 1 0 5 7 1 0 h 7 1g 0 2 7 7i 0 18 1 4 0 2s 1 c 0
f 1 2 0 f 1 1 0 f 1 1 0 11 1 a 0 4u 1 1k 0 q 1 1 9 2 1 d 0 18 1 4 0 9 1 7 0 2 1 e 0 6 1 4a 0 rd 1 3 0 h 1 3 0 d 1 3 0
62 1 6 0 c 1 4 0 1 1 f 0 c 1 4 0 1k 1 8 0 a 1 6 0 14 1 8 0 u 1 2 0 c 1 4 0 2 1 e 0 9 1 13 0 9k 1 8 0 e 1 2 0 d 1 3 0 b
1 3 0 1l 1 1 0 1 1 4 0 g 1 2 0 c 1 4 0 a 1 7 0 43 1 1 0 2v 1 sl 0 wyo 4 w 0 3dq 4 2 0 4ge 4 2 0 5rl 4 f 0 ha 4 1wi 0 f2
4 15u 0 3t7 4 5 0 6ju 4 f5vr 0 1 1 u 0 2o 1 3k 0 6o 2`
