-- City tramway: made up for auto-harness, MIT licence. Loaded by psql.
SET client_encoding = 'UTF8';

CREATE TABLE lines (
    line_no integer PRIMARY KEY,
    name text NOT NULL,
    colour text,
    length_km numeric(5,1) NOT NULL,
    night_service boolean NOT NULL
);
CREATE TABLE trams (
    tram_id integer PRIMARY KEY,
    model text NOT NULL,
    built_on date NOT NULL,
    depot text NOT NULL,
    seats integer NOT NULL,
    low_floor boolean NOT NULL,
    retired_on date,
    telemetry jsonb NOT NULL
);
CREATE TABLE trips (
    trip_id integer PRIMARY KEY,
    line_no integer NOT NULL REFERENCES lines (line_no),
    tram_id integer NOT NULL REFERENCES trams (tram_id),
    started_at timestamp NOT NULL,
    scheduled_min integer NOT NULL,
    actual_min numeric(5,1),
    passengers integer,
    weather text
);
CREATE TABLE faults (
    fault_id integer PRIMARY KEY,
    tram_id integer NOT NULL REFERENCES trams (tram_id),
    reported_at timestamp NOT NULL,
    component text NOT NULL,
    severity integer NOT NULL,
    fixed_at timestamp,
    cost_eur numeric(9,2),
    details jsonb NOT NULL
);
CREATE TABLE inspections (
    inspection_id integer PRIMARY KEY,
    tram_id integer NOT NULL REFERENCES trams (tram_id),
    inspected_on date NOT NULL,
    grade char(1) NOT NULL,
    inspector text,
    findings jsonb NOT NULL
);

COPY lines (line_no, name, colour, length_km, night_service) FROM stdin;
1	Harbour – Hospital	red	11.4	t
2	Ring	blue	17.9	t
3	University – Mill Lane	green	8.2	f
5	Airport Link	\N	21.6	t
6	Old Town	yellow	6.1	f
8	Eastfield	orange	13.7	f
9	Lakeside	\N	9.9	f
\.

COPY trams (tram_id, model, built_on, depot, seats, low_floor, retired_on, telemetry) FROM stdin;
201	Tatrix T4	2000-09-06	North	38	f	\N	{"odometer_km": 805679, "energy": {"consumed_kwh": 3570473, "recovered_kwh": 0}, "doors": [{"no": 1, "cycles": 209000, "faults": 0}, {"no": 2, "cycles": 117000, "faults": 4}, {"no": 3, "cycles": 83000, "faults": 0}], "modem": "v1"}
202	Urbano 45	2019-06-20	North	94	t	\N	{"odometer_km": 181525, "energy": {"consumed_kwh": 628533, "recovered_kwh": 180647}, "doors": [{"no": 1, "cycles": 241000, "faults": 4}, {"no": 2, "cycles": 336000, "faults": 2}, {"no": 3, "cycles": 699000, "faults": 2}, {"no": 4, "cycles": 769000, "faults": 12}, {"no": 5, "cycles": 405000, "faults": 12}, {"no": 6, "cycles": 416000, "faults": 0}], "modem": "v1"}
203	Tatrix T4	1999-03-25	North	38	f	\N	{"odometer_km": 1230188, "energy": {"consumed_kwh": 4883505, "recovered_kwh": 0}, "doors": [{"no": 1, "cycles": 830000, "faults": 1}, {"no": 2, "cycles": 598000, "faults": 2}, {"no": 3, "cycles": 724000, "faults": 0}], "modem": "v1"}
204	Urbano 34	2013-06-10	North	72	t	\N	{"odometer_km": 444625, "energy": {"consumed_kwh": 1236002, "recovered_kwh": 246707}, "doors": [{"no": 1, "cycles": 33000, "faults": 2}, {"no": 2, "cycles": 771000, "faults": 0}, {"no": 3, "cycles": 214000, "faults": 2}, {"no": 4, "cycles": 155000, "faults": 4}, {"no": 5, "cycles": 77000, "faults": 1}, {"no": 6, "cycles": 620000, "faults": 7}], "modem": "v2"}
205	Variant 6	2012-02-06	Mill Lane	60	t	\N	{"odometer_km": 668763, "energy": {"consumed_kwh": 2100030, "recovered_kwh": 272155}, "doors": [{"no": 1, "cycles": 448000, "faults": 0}, {"no": 2, "cycles": 337000, "faults": 0}, {"no": 3, "cycles": 568000, "faults": 4}, {"no": 4, "cycles": 718000, "faults": 12}], "modem": "v2"}
206	Tatrix T4	1989-08-24	Mill Lane	38	f	\N	{"odometer_km": 1684954, "energy": {"consumed_kwh": 6010293, "recovered_kwh": 0}, "doors": [{"no": 1, "cycles": 128000, "faults": 1}, {"no": 2, "cycles": 451000, "faults": 1}, {"no": 3, "cycles": 682000, "faults": 7}], "modem": "v2"}
207	Tatrix T4	2001-01-20	South	38	f	\N	{"odometer_km": 1223698, "energy": {"consumed_kwh": 4768236, "recovered_kwh": 0}, "doors": [{"no": 1, "cycles": 272000, "faults": 0}, {"no": 2, "cycles": 702000, "faults": 7}, {"no": 3, "cycles": 209000, "faults": 12}], "modem": null}
208	Urbano 34	2017-01-05	Mill Lane	72	t	\N	{"odometer_km": 301797, "energy": {"consumed_kwh": 944341, "recovered_kwh": 196699}, "doors": [{"no": 1, "cycles": 271000, "faults": 4}, {"no": 2, "cycles": 285000, "faults": 1}, {"no": 3, "cycles": 538000, "faults": 2}, {"no": 4, "cycles": 359000, "faults": 1}, {"no": 5, "cycles": 284000, "faults": 2}, {"no": 6, "cycles": 407000, "faults": 0}], "modem": "v1"}
209	Urbano 45	2018-09-02	South	94	t	\N	{"odometer_km": 251360, "energy": {"consumed_kwh": 841892, "recovered_kwh": 259314}, "doors": [{"no": 1, "cycles": 146000, "faults": 1}, {"no": 2, "cycles": 177000, "faults": 1}, {"no": 3, "cycles": 297000, "faults": 0}, {"no": 4, "cycles": 130000, "faults": 4}, {"no": 5, "cycles": 446000, "faults": 4}, {"no": 6, "cycles": 396000, "faults": 12}], "modem": "v2"}
210	Urbano 45	2019-07-20	South	94	t	\N	{"odometer_km": 266478, "energy": {"consumed_kwh": 944346, "recovered_kwh": 305830}, "doors": [{"no": 1, "cycles": 859000, "faults": 4}, {"no": 2, "cycles": 628000, "faults": 4}, {"no": 3, "cycles": 192000, "faults": 2}, {"no": 4, "cycles": 727000, "faults": 4}, {"no": 5, "cycles": 721000, "faults": 12}, {"no": 6, "cycles": 826000, "faults": 2}], "modem": null}
211	Urbano 45	2021-03-26	Mill Lane	94	t	\N	{"odometer_km": 153180, "energy": {"consumed_kwh": 629017, "recovered_kwh": 202054}, "doors": [{"no": 1, "cycles": 848000, "faults": 0}, {"no": 2, "cycles": 566000, "faults": 2}, {"no": 3, "cycles": 397000, "faults": 2}, {"no": 4, "cycles": 260000, "faults": 4}, {"no": 5, "cycles": 566000, "faults": 0}, {"no": 6, "cycles": 366000, "faults": 7}], "modem": "v2"}
212	Tatrix T4	1989-06-05	South	38	f	\N	{"odometer_km": 1781045, "energy": {"consumed_kwh": 6205946, "recovered_kwh": 0}, "doors": [{"no": 1, "cycles": 35000, "faults": 7}, {"no": 2, "cycles": 22000, "faults": 4}, {"no": 3, "cycles": 305000, "faults": 1}], "modem": null}
213	Tatrix T4	1989-05-08	South	38	f	2023-07-15	{"odometer_km": 1107527, "energy": {"consumed_kwh": 4344893, "recovered_kwh": 0}, "doors": [{"no": 1, "cycles": 282000, "faults": 7}, {"no": 2, "cycles": 589000, "faults": 1}, {"no": 3, "cycles": 449000, "faults": 7}], "modem": "v1"}
214	Variant 6	2002-11-26	South	60	t	\N	{"odometer_km": 959017, "energy": {"consumed_kwh": 3617617, "recovered_kwh": 303948}, "doors": [{"no": 1, "cycles": 168000, "faults": 0}, {"no": 2, "cycles": 434000, "faults": 0}, {"no": 3, "cycles": 180000, "faults": 1}, {"no": 4, "cycles": 691000, "faults": 2}], "modem": "v2"}
215	Variant 6	2007-12-14	Mill Lane	60	t	\N	{"odometer_km": 715184, "energy": {"consumed_kwh": 2289929, "recovered_kwh": 268689}, "doors": [{"no": 1, "cycles": 839000, "faults": 0}, {"no": 2, "cycles": 578000, "faults": 2}, {"no": 3, "cycles": 255000, "faults": 7}, {"no": 4, "cycles": 516000, "faults": 7}], "modem": null}
216	Tatrix T4	1991-10-19	North	38	f	\N	{"odometer_km": 1367110, "energy": {"consumed_kwh": 5320228, "recovered_kwh": 0}, "doors": [{"no": 1, "cycles": 777000, "faults": 1}, {"no": 2, "cycles": 559000, "faults": 1}, {"no": 3, "cycles": 837000, "faults": 1}], "modem": "v2"}
217	Tatrix T4	1992-11-11	North	38	f	2023-10-15	{"odometer_km": 1210991, "energy": {"consumed_kwh": 4763561, "recovered_kwh": 0}, "doors": [{"no": 1, "cycles": 255000, "faults": 7}, {"no": 2, "cycles": 27000, "faults": 4}, {"no": 3, "cycles": 512000, "faults": 1}], "modem": "v2"}
218	Urbano 34	2013-12-06	North	72	t	\N	{"odometer_km": 460624, "energy": {"consumed_kwh": 1271369, "recovered_kwh": 359959}, "doors": [{"no": 1, "cycles": 298000, "faults": 12}, {"no": 2, "cycles": 151000, "faults": 1}, {"no": 3, "cycles": 69000, "faults": 12}, {"no": 4, "cycles": 160000, "faults": 4}, {"no": 5, "cycles": 521000, "faults": 7}, {"no": 6, "cycles": 662000, "faults": 4}], "modem": "v1"}
219	Urbano 34	2011-04-18	South	72	t	\N	{"odometer_km": 545749, "energy": {"consumed_kwh": 1832187, "recovered_kwh": 444698}, "doors": [{"no": 1, "cycles": 709000, "faults": 12}, {"no": 2, "cycles": 374000, "faults": 7}, {"no": 3, "cycles": 665000, "faults": 0}, {"no": 4, "cycles": 336000, "faults": 12}, {"no": 5, "cycles": 152000, "faults": 12}, {"no": 6, "cycles": 736000, "faults": 0}], "modem": "v1"}
220	Tatrix T4	1991-10-25	Mill Lane	38	f	\N	{"odometer_km": 1625687, "energy": {"consumed_kwh": 6777668, "recovered_kwh": 0}, "doors": [{"no": 1, "cycles": 654000, "faults": 12}, {"no": 2, "cycles": 511000, "faults": 0}, {"no": 3, "cycles": 83000, "faults": 2}], "modem": "v2"}
221	Urbano 45	2019-12-02	North	94	t	\N	{"odometer_km": 158657, "energy": {"consumed_kwh": 580930, "recovered_kwh": 154049}, "doors": [{"no": 1, "cycles": 812000, "faults": 1}, {"no": 2, "cycles": 794000, "faults": 7}, {"no": 3, "cycles": 232000, "faults": 0}, {"no": 4, "cycles": 491000, "faults": 0}, {"no": 5, "cycles": 808000, "faults": 7}, {"no": 6, "cycles": 798000, "faults": 2}], "modem": "v2"}
222	Variant 6	2008-01-09	South	60	t	\N	{"odometer_km": 785791, "energy": {"consumed_kwh": 2906237, "recovered_kwh": 244935}, "doors": [{"no": 1, "cycles": 531000, "faults": 1}, {"no": 2, "cycles": 757000, "faults": 0}, {"no": 3, "cycles": 145000, "faults": 2}, {"no": 4, "cycles": 140000, "faults": 12}], "modem": "v1"}
223	Urbano 45	2019-01-10	Mill Lane	94	t	\N	{"odometer_km": 173244, "energy": {"consumed_kwh": 752119, "recovered_kwh": 259438}, "doors": [{"no": 1, "cycles": 556000, "faults": 12}, {"no": 2, "cycles": 691000, "faults": 1}, {"no": 3, "cycles": 612000, "faults": 7}, {"no": 4, "cycles": 692000, "faults": 4}, {"no": 5, "cycles": 240000, "faults": 7}, {"no": 6, "cycles": 218000, "faults": 12}], "modem": "v2"}
224	Urbano 34	2015-03-23	South	72	t	\N	{"odometer_km": 324039, "energy": {"consumed_kwh": 974464, "recovered_kwh": 242584}, "doors": [{"no": 1, "cycles": 576000, "faults": 4}, {"no": 2, "cycles": 693000, "faults": 12}, {"no": 3, "cycles": 425000, "faults": 12}, {"no": 4, "cycles": 128000, "faults": 1}, {"no": 5, "cycles": 745000, "faults": 7}, {"no": 6, "cycles": 879000, "faults": 7}], "modem": "v1"}
225	Variant 6	2010-02-08	North	60	t	\N	{"odometer_km": 605271, "energy": {"consumed_kwh": 2086019, "recovered_kwh": 221414}, "doors": [{"no": 1, "cycles": 422000, "faults": 7}, {"no": 2, "cycles": 264000, "faults": 2}, {"no": 3, "cycles": 159000, "faults": 2}, {"no": 4, "cycles": 329000, "faults": 2}], "modem": "v1"}
226	Urbano 45	2018-12-18	North	94	t	\N	{"odometer_km": 231393, "energy": {"consumed_kwh": 935574, "recovered_kwh": 333873}, "doors": [{"no": 1, "cycles": 195000, "faults": 7}, {"no": 2, "cycles": 803000, "faults": 0}, {"no": 3, "cycles": 356000, "faults": 4}, {"no": 4, "cycles": 262000, "faults": 0}, {"no": 5, "cycles": 402000, "faults": 7}, {"no": 6, "cycles": 419000, "faults": 0}], "modem": null}
227	Variant 6	2007-11-15	Mill Lane	60	t	\N	{"odometer_km": 750623, "energy": {"consumed_kwh": 2319606, "recovered_kwh": 188164}, "doors": [{"no": 1, "cycles": 254000, "faults": 2}, {"no": 2, "cycles": 260000, "faults": 0}, {"no": 3, "cycles": 156000, "faults": 2}, {"no": 4, "cycles": 672000, "faults": 4}], "modem": "v1"}
228	Tatrix T4	1998-01-14	Mill Lane	38	f	\N	{"odometer_km": 889394, "energy": {"consumed_kwh": 3517589, "recovered_kwh": 0}, "doors": [{"no": 1, "cycles": 503000, "faults": 0}, {"no": 2, "cycles": 157000, "faults": 0}, {"no": 3, "cycles": 724000, "faults": 2}], "modem": null}
229	Urbano 45	2019-06-13	North	94	t	\N	{"odometer_km": 170848, "energy": {"consumed_kwh": 717986, "recovered_kwh": 157187}, "doors": [{"no": 1, "cycles": 654000, "faults": 12}, {"no": 2, "cycles": 119000, "faults": 0}, {"no": 3, "cycles": 773000, "faults": 0}, {"no": 4, "cycles": 167000, "faults": 0}, {"no": 5, "cycles": 665000, "faults": 4}, {"no": 6, "cycles": 871000, "faults": 1}], "modem": null}
230	Urbano 45	2019-04-26	Mill Lane	94	t	\N	{"odometer_km": 267224, "energy": {"consumed_kwh": 993482, "recovered_kwh": 271969}, "doors": [{"no": 1, "cycles": 151000, "faults": 12}, {"no": 2, "cycles": 159000, "faults": 12}, {"no": 3, "cycles": 329000, "faults": 4}, {"no": 4, "cycles": 22000, "faults": 7}, {"no": 5, "cycles": 390000, "faults": 0}, {"no": 6, "cycles": 796000, "faults": 4}], "modem": "v2"}
231	Variant 6	2004-12-16	North	60	t	\N	{"odometer_km": 986683, "energy": {"consumed_kwh": 3233384, "recovered_kwh": 385862}, "doors": [{"no": 1, "cycles": 572000, "faults": 7}, {"no": 2, "cycles": 64000, "faults": 7}, {"no": 3, "cycles": 314000, "faults": 2}, {"no": 4, "cycles": 70000, "faults": 0}], "modem": null}
232	Tatrix T4	1998-04-17	North	38	f	\N	{"odometer_km": 898151, "energy": {"consumed_kwh": 3946507, "recovered_kwh": 0}, "doors": [{"no": 1, "cycles": 222000, "faults": 7}, {"no": 2, "cycles": 49000, "faults": 1}, {"no": 3, "cycles": 466000, "faults": 1}], "modem": null}
233	Urbano 45	2023-10-11	Mill Lane	94	t	\N	{"odometer_km": 32786, "energy": {"consumed_kwh": 111493, "recovered_kwh": 31713}, "doors": [{"no": 1, "cycles": 682000, "faults": 0}, {"no": 2, "cycles": 210000, "faults": 7}, {"no": 3, "cycles": 769000, "faults": 1}, {"no": 4, "cycles": 53000, "faults": 1}, {"no": 5, "cycles": 492000, "faults": 2}, {"no": 6, "cycles": 131000, "faults": 4}], "modem": "v1"}
234	Urbano 34	2012-11-16	North	72	t	\N	{"odometer_km": 632129, "energy": {"consumed_kwh": 2055872, "recovered_kwh": 503816}, "doors": [{"no": 1, "cycles": 586000, "faults": 0}, {"no": 2, "cycles": 648000, "faults": 1}, {"no": 3, "cycles": 851000, "faults": 0}, {"no": 4, "cycles": 522000, "faults": 1}, {"no": 5, "cycles": 793000, "faults": 0}, {"no": 6, "cycles": 680000, "faults": 0}], "modem": "v2"}
235	Urbano 45	2020-06-07	Mill Lane	94	t	\N	{"odometer_km": 181436, "energy": {"consumed_kwh": 675709, "recovered_kwh": 238161}, "doors": [{"no": 1, "cycles": 553000, "faults": 2}, {"no": 2, "cycles": 93000, "faults": 12}, {"no": 3, "cycles": 511000, "faults": 2}, {"no": 4, "cycles": 838000, "faults": 4}, {"no": 5, "cycles": 141000, "faults": 7}, {"no": 6, "cycles": 32000, "faults": 12}], "modem": "v2"}
236	Variant 6	2002-04-01	Mill Lane	60	t	\N	{"odometer_km": 822768, "energy": {"consumed_kwh": 3173976, "recovered_kwh": 390752}, "doors": [{"no": 1, "cycles": 260000, "faults": 4}, {"no": 2, "cycles": 198000, "faults": 4}, {"no": 3, "cycles": 77000, "faults": 0}, {"no": 4, "cycles": 834000, "faults": 2}], "modem": "v2"}
237	Urbano 45	2023-05-09	North	94	t	\N	{"odometer_km": 48388, "energy": {"consumed_kwh": 185400, "recovered_kwh": 50068}, "doors": [{"no": 1, "cycles": 582000, "faults": 0}, {"no": 2, "cycles": 644000, "faults": 0}, {"no": 3, "cycles": 424000, "faults": 7}, {"no": 4, "cycles": 404000, "faults": 4}, {"no": 5, "cycles": 309000, "faults": 7}, {"no": 6, "cycles": 411000, "faults": 7}], "modem": "v2"}
238	Urbano 34	2013-10-23	North	72	t	\N	{"odometer_km": 391839, "energy": {"consumed_kwh": 1163721, "recovered_kwh": 306912}, "doors": [{"no": 1, "cycles": 760000, "faults": 1}, {"no": 2, "cycles": 546000, "faults": 4}, {"no": 3, "cycles": 795000, "faults": 2}, {"no": 4, "cycles": 408000, "faults": 2}, {"no": 5, "cycles": 607000, "faults": 2}, {"no": 6, "cycles": 881000, "faults": 0}], "modem": "v1"}
239	Urbano 34	2016-09-20	North	72	t	\N	{"odometer_km": 252808, "energy": {"consumed_kwh": 843029, "recovered_kwh": 201069}, "doors": [{"no": 1, "cycles": 722000, "faults": 0}, {"no": 2, "cycles": 353000, "faults": 0}, {"no": 3, "cycles": 206000, "faults": 1}, {"no": 4, "cycles": 88000, "faults": 12}, {"no": 5, "cycles": 482000, "faults": 2}, {"no": 6, "cycles": 147000, "faults": 12}], "modem": "v2"}
240	Urbano 34	2015-11-09	South	72	t	\N	{"odometer_km": 390965, "energy": {"consumed_kwh": 1176970, "recovered_kwh": 227707}, "doors": [{"no": 1, "cycles": 277000, "faults": 4}, {"no": 2, "cycles": 440000, "faults": 4}, {"no": 3, "cycles": 665000, "faults": 0}, {"no": 4, "cycles": 635000, "faults": 12}, {"no": 5, "cycles": 511000, "faults": 4}, {"no": 6, "cycles": 597000, "faults": 0}], "modem": null}
241	Urbano 45	2023-01-05	North	94	t	\N	{"odometer_km": 80497, "energy": {"consumed_kwh": 305213, "recovered_kwh": 101071}, "doors": [{"no": 1, "cycles": 358000, "faults": 1}, {"no": 2, "cycles": 829000, "faults": 1}, {"no": 3, "cycles": 612000, "faults": 0}, {"no": 4, "cycles": 851000, "faults": 0}, {"no": 5, "cycles": 405000, "faults": 7}, {"no": 6, "cycles": 778000, "faults": 7}], "modem": "v1"}
242	Variant 6	2009-01-11	Mill Lane	60	t	\N	{"odometer_km": 813299, "energy": {"consumed_kwh": 2999103, "recovered_kwh": 280278}, "doors": [{"no": 1, "cycles": 395000, "faults": 7}, {"no": 2, "cycles": 796000, "faults": 7}, {"no": 3, "cycles": 532000, "faults": 0}, {"no": 4, "cycles": 293000, "faults": 12}], "modem": null}
243	Urbano 45	2020-12-27	South	94	t	\N	{"odometer_km": 167461, "energy": {"consumed_kwh": 630411, "recovered_kwh": 185575}, "doors": [{"no": 1, "cycles": 611000, "faults": 4}, {"no": 2, "cycles": 384000, "faults": 12}, {"no": 3, "cycles": 311000, "faults": 12}, {"no": 4, "cycles": 77000, "faults": 12}, {"no": 5, "cycles": 426000, "faults": 7}, {"no": 6, "cycles": 297000, "faults": 2}], "modem": "v1"}
244	Variant 6	2006-02-24	North	60	t	\N	{"odometer_km": 761846, "energy": {"consumed_kwh": 2520048, "recovered_kwh": 285247}, "doors": [{"no": 1, "cycles": 60000, "faults": 2}, {"no": 2, "cycles": 852000, "faults": 2}, {"no": 3, "cycles": 870000, "faults": 12}, {"no": 4, "cycles": 370000, "faults": 0}], "modem": "v2"}
245	Tatrix T4	1990-12-24	Mill Lane	38	f	2023-04-15	{"odometer_km": 1695081, "energy": {"consumed_kwh": 7254420, "recovered_kwh": 0}, "doors": [{"no": 1, "cycles": 744000, "faults": 7}, {"no": 2, "cycles": 536000, "faults": 4}, {"no": 3, "cycles": 851000, "faults": 0}], "modem": null}
246	Variant 6	2006-10-04	North	60	t	\N	{"odometer_km": 965447, "energy": {"consumed_kwh": 3030899, "recovered_kwh": 275358}, "doors": [{"no": 1, "cycles": 514000, "faults": 7}, {"no": 2, "cycles": 232000, "faults": 2}, {"no": 3, "cycles": 79000, "faults": 7}, {"no": 4, "cycles": 671000, "faults": 0}], "modem": "v1"}
247	Urbano 34	2015-01-25	North	72	t	\N	{"odometer_km": 463310, "energy": {"consumed_kwh": 1413781, "recovered_kwh": 285555}, "doors": [{"no": 1, "cycles": 630000, "faults": 1}, {"no": 2, "cycles": 804000, "faults": 12}, {"no": 3, "cycles": 400000, "faults": 4}, {"no": 4, "cycles": 263000, "faults": 2}, {"no": 5, "cycles": 316000, "faults": 7}, {"no": 6, "cycles": 617000, "faults": 0}], "modem": null}
248	Urbano 45	2020-01-01	South	94	t	\N	{"odometer_km": 207382, "energy": {"consumed_kwh": 870996, "recovered_kwh": 197252}, "doors": [{"no": 1, "cycles": 160000, "faults": 0}, {"no": 2, "cycles": 693000, "faults": 0}, {"no": 3, "cycles": 59000, "faults": 2}, {"no": 4, "cycles": 275000, "faults": 2}, {"no": 5, "cycles": 49000, "faults": 12}, {"no": 6, "cycles": 339000, "faults": 0}], "modem": null}
249	Urbano 34	2018-12-21	South	72	t	\N	{"odometer_km": 200103, "energy": {"consumed_kwh": 711149, "recovered_kwh": 158537}, "doors": [{"no": 1, "cycles": 466000, "faults": 7}, {"no": 2, "cycles": 167000, "faults": 1}, {"no": 3, "cycles": 383000, "faults": 0}, {"no": 4, "cycles": 641000, "faults": 12}, {"no": 5, "cycles": 662000, "faults": 0}, {"no": 6, "cycles": 865000, "faults": 1}], "modem": null}
250	Urbano 45	2023-06-05	North	94	t	\N	{"odometer_km": 50515, "energy": {"consumed_kwh": 214710, "recovered_kwh": 62459}, "doors": [{"no": 1, "cycles": 419000, "faults": 12}, {"no": 2, "cycles": 140000, "faults": 4}, {"no": 3, "cycles": 676000, "faults": 4}, {"no": 4, "cycles": 738000, "faults": 12}, {"no": 5, "cycles": 701000, "faults": 7}, {"no": 6, "cycles": 455000, "faults": 7}], "modem": "v2"}
251	Urbano 34	2015-03-23	North	72	t	\N	{"odometer_km": 312685, "energy": {"consumed_kwh": 927190, "recovered_kwh": 197699}, "doors": [{"no": 1, "cycles": 883000, "faults": 1}, {"no": 2, "cycles": 752000, "faults": 1}, {"no": 3, "cycles": 643000, "faults": 0}, {"no": 4, "cycles": 100000, "faults": 4}, {"no": 5, "cycles": 162000, "faults": 4}, {"no": 6, "cycles": 852000, "faults": 0}], "modem": "v2"}
252	Urbano 45	2020-04-27	North	94	t	\N	{"odometer_km": 160570, "energy": {"consumed_kwh": 638382, "recovered_kwh": 175156}, "doors": [{"no": 1, "cycles": 270000, "faults": 12}, {"no": 2, "cycles": 348000, "faults": 7}, {"no": 3, "cycles": 102000, "faults": 12}, {"no": 4, "cycles": 652000, "faults": 4}, {"no": 5, "cycles": 228000, "faults": 0}, {"no": 6, "cycles": 762000, "faults": 12}], "modem": "v1"}
253	Variant 6	2011-11-12	North	60	t	\N	{"odometer_km": 401130, "energy": {"consumed_kwh": 1289870, "recovered_kwh": 136545}, "doors": [{"no": 1, "cycles": 399000, "faults": 0}, {"no": 2, "cycles": 808000, "faults": 0}, {"no": 3, "cycles": 186000, "faults": 0}, {"no": 4, "cycles": 493000, "faults": 12}], "modem": "v1"}
254	Urbano 45	2021-07-09	Mill Lane	94	t	\N	{"odometer_km": 148503, "energy": {"consumed_kwh": 562278, "recovered_kwh": 184320}, "doors": [{"no": 1, "cycles": 209000, "faults": 4}, {"no": 2, "cycles": 106000, "faults": 12}, {"no": 3, "cycles": 620000, "faults": 12}, {"no": 4, "cycles": 881000, "faults": 0}, {"no": 5, "cycles": 270000, "faults": 12}, {"no": 6, "cycles": 808000, "faults": 4}], "modem": "v1"}
255	Urbano 34	2012-11-02	North	72	t	\N	{"odometer_km": 565870, "energy": {"consumed_kwh": 1599365, "recovered_kwh": 288531}, "doors": [{"no": 1, "cycles": 223000, "faults": 7}, {"no": 2, "cycles": 577000, "faults": 2}, {"no": 3, "cycles": 608000, "faults": 1}, {"no": 4, "cycles": 543000, "faults": 0}, {"no": 5, "cycles": 198000, "faults": 7}, {"no": 6, "cycles": 784000, "faults": 4}], "modem": "v2"}
256	Urbano 34	2019-09-23	South	72	t	\N	{"odometer_km": 257784, "energy": {"consumed_kwh": 838327, "recovered_kwh": 204250}, "doors": [{"no": 1, "cycles": 498000, "faults": 0}, {"no": 2, "cycles": 869000, "faults": 1}, {"no": 3, "cycles": 262000, "faults": 12}, {"no": 4, "cycles": 494000, "faults": 0}, {"no": 5, "cycles": 134000, "faults": 2}, {"no": 6, "cycles": 532000, "faults": 2}], "modem": "v2"}
257	Tatrix T4	1988-10-26	South	38	f	\N	{"odometer_km": 1513708, "energy": {"consumed_kwh": 5887497, "recovered_kwh": 0}, "doors": [{"no": 1, "cycles": 826000, "faults": 0}, {"no": 2, "cycles": 85000, "faults": 0}, {"no": 3, "cycles": 810000, "faults": 12}], "modem": "v2"}
258	Urbano 34	2012-12-01	Mill Lane	72	t	\N	{"odometer_km": 423171, "energy": {"consumed_kwh": 1186123, "recovered_kwh": 268684}, "doors": [{"no": 1, "cycles": 87000, "faults": 7}, {"no": 2, "cycles": 596000, "faults": 1}, {"no": 3, "cycles": 393000, "faults": 0}, {"no": 4, "cycles": 243000, "faults": 2}, {"no": 5, "cycles": 356000, "faults": 7}, {"no": 6, "cycles": 372000, "faults": 0}], "modem": null}
259	Tatrix T4	1993-08-07	Mill Lane	38	f	2023-04-15	{"odometer_km": 1264647, "energy": {"consumed_kwh": 4691887, "recovered_kwh": 0}, "doors": [{"no": 1, "cycles": 463000, "faults": 12}, {"no": 2, "cycles": 795000, "faults": 0}, {"no": 3, "cycles": 665000, "faults": 1}], "modem": null}
260	Urbano 34	2015-05-02	Mill Lane	72	t	\N	{"odometer_km": 329371, "energy": {"consumed_kwh": 1128025, "recovered_kwh": 304743}, "doors": [{"no": 1, "cycles": 854000, "faults": 2}, {"no": 2, "cycles": 144000, "faults": 2}, {"no": 3, "cycles": 665000, "faults": 12}, {"no": 4, "cycles": 367000, "faults": 12}, {"no": 5, "cycles": 332000, "faults": 0}, {"no": 6, "cycles": 586000, "faults": 7}], "modem": "v1"}
261	Urbano 34	2018-04-12	South	72	t	\N	{"odometer_km": 258295, "energy": {"consumed_kwh": 738278, "recovered_kwh": 167075}, "doors": [{"no": 1, "cycles": 109000, "faults": 0}, {"no": 2, "cycles": 209000, "faults": 0}, {"no": 3, "cycles": 489000, "faults": 4}, {"no": 4, "cycles": 781000, "faults": 2}, {"no": 5, "cycles": 126000, "faults": 0}, {"no": 6, "cycles": 174000, "faults": 0}], "modem": "v1"}
262	Urbano 34	2018-07-07	South	72	t	\N	{"odometer_km": 271603, "energy": {"consumed_kwh": 944601, "recovered_kwh": 226432}, "doors": [{"no": 1, "cycles": 749000, "faults": 0}, {"no": 2, "cycles": 364000, "faults": 7}, {"no": 3, "cycles": 598000, "faults": 0}, {"no": 4, "cycles": 717000, "faults": 0}, {"no": 5, "cycles": 42000, "faults": 0}, {"no": 6, "cycles": 616000, "faults": 0}], "modem": "v1"}
263	Tatrix T4	1995-12-22	South	38	f	2023-06-15	{"odometer_km": 956938, "energy": {"consumed_kwh": 3656385, "recovered_kwh": 0}, "doors": [{"no": 1, "cycles": 270000, "faults": 7}, {"no": 2, "cycles": 601000, "faults": 12}, {"no": 3, "cycles": 743000, "faults": 1}], "modem": null}
264	Variant 6	2010-06-04	South	60	t	\N	{"odometer_km": 474229, "energy": {"consumed_kwh": 1730334, "recovered_kwh": 194910}, "doors": [{"no": 1, "cycles": 172000, "faults": 1}, {"no": 2, "cycles": 778000, "faults": 12}, {"no": 3, "cycles": 25000, "faults": 2}, {"no": 4, "cycles": 763000, "faults": 2}], "modem": "v2"}
265	Urbano 34	2014-04-08	South	72	t	\N	{"odometer_km": 464710, "energy": {"consumed_kwh": 1446212, "recovered_kwh": 387386}, "doors": [{"no": 1, "cycles": 629000, "faults": 0}, {"no": 2, "cycles": 580000, "faults": 4}, {"no": 3, "cycles": 361000, "faults": 0}, {"no": 4, "cycles": 860000, "faults": 2}, {"no": 5, "cycles": 155000, "faults": 12}, {"no": 6, "cycles": 173000, "faults": 0}], "modem": "v2"}
266	Variant 6	2003-02-20	Mill Lane	60	t	\N	{"odometer_km": 978289, "energy": {"consumed_kwh": 3744711, "recovered_kwh": 361061}, "doors": [{"no": 1, "cycles": 522000, "faults": 0}, {"no": 2, "cycles": 827000, "faults": 4}, {"no": 3, "cycles": 361000, "faults": 2}, {"no": 4, "cycles": 31000, "faults": 0}], "modem": null}
267	Urbano 45	2019-04-06	Mill Lane	94	t	\N	{"odometer_km": 196772, "energy": {"consumed_kwh": 838940, "recovered_kwh": 192986}, "doors": [{"no": 1, "cycles": 297000, "faults": 0}, {"no": 2, "cycles": 634000, "faults": 0}, {"no": 3, "cycles": 243000, "faults": 0}, {"no": 4, "cycles": 240000, "faults": 0}, {"no": 5, "cycles": 539000, "faults": 0}, {"no": 6, "cycles": 852000, "faults": 4}], "modem": "v2"}
268	Variant 6	2007-12-08	North	60	t	\N	{"odometer_km": 737968, "energy": {"consumed_kwh": 2865594, "recovered_kwh": 298767}, "doors": [{"no": 1, "cycles": 404000, "faults": 12}, {"no": 2, "cycles": 378000, "faults": 0}, {"no": 3, "cycles": 141000, "faults": 12}, {"no": 4, "cycles": 802000, "faults": 0}], "modem": null}
269	Tatrix T4	1995-03-22	North	38	f	\N	{"odometer_km": 1503864, "energy": {"consumed_kwh": 5573378, "recovered_kwh": 0}, "doors": [{"no": 1, "cycles": 309000, "faults": 7}, {"no": 2, "cycles": 175000, "faults": 0}, {"no": 3, "cycles": 789000, "faults": 12}], "modem": null}
270	Variant 6	2005-06-23	North	60	t	\N	{"odometer_km": 785485, "energy": {"consumed_kwh": 2635422, "recovered_kwh": 330820}, "doors": [{"no": 1, "cycles": 809000, "faults": 7}, {"no": 2, "cycles": 206000, "faults": 12}, {"no": 3, "cycles": 786000, "faults": 1}, {"no": 4, "cycles": 147000, "faults": 0}], "modem": "v2"}
\.

COPY trips (trip_id, line_no, tram_id, started_at, scheduled_min, actual_min, passengers, weather) FROM stdin;
1	9	232	2024-01-01 05:23:00	34	34.7	9	dry
2	5	203	2024-01-01 06:53:00	70	70.5	23	\N
3	2	258	2024-01-01 07:29:00	59	60.1	40	dry
4	1	249	2024-01-01 09:56:00	39	39.1	25	dry
5	8	255	2024-01-01 12:41:00	46	\N	\N	dry
6	6	201	2024-01-01 13:59:00	22	22.2	14	dry
7	9	224	2024-01-01 16:11:00	34	34.0	47	\N
8	6	252	2024-01-01 20:45:00	22	26.5	\N	snow
9	5	256	2024-01-02 05:04:00	70	73.5	26	\N
10	3	255	2024-01-02 05:59:00	29	32.3	22	dry
11	6	260	2024-01-02 06:41:00	22	22.3	53	\N
12	9	265	2024-01-02 07:18:00	34	34.7	17	dry
13	5	249	2024-01-02 09:51:00	70	74.8	44	snow
14	6	209	2024-01-02 10:44:00	22	21.7	71	\N
15	3	256	2024-01-02 11:54:00	29	25.5	34	dry
16	8	264	2024-01-02 13:16:00	46	48.7	12	rain
17	3	260	2024-01-02 14:56:00	29	27.0	29	dry
18	8	257	2024-01-02 17:57:00	46	47.4	19	rain
19	5	260	2024-01-02 19:18:00	70	72.3	23	snow
20	3	249	2024-01-02 19:34:00	29	32.3	2	rain
21	1	243	2024-01-02 20:56:00	39	43.0	92	rain
22	9	204	2024-01-03 06:08:00	34	37.6	66	rain
23	3	265	2024-01-03 09:03:00	29	26.9	41	dry
24	3	256	2024-01-03 09:10:00	29	29.3	104	dry
25	5	236	2024-01-03 11:47:00	70	73.1	15	rain
26	3	255	2024-01-03 13:19:00	29	32.7	\N	rain
27	9	256	2024-01-03 15:50:00	34	30.6	43	dry
28	2	257	2024-01-03 17:27:00	59	61.1	46	rain
29	5	222	2024-01-03 18:31:00	70	69.8	43	dry
30	3	227	2024-01-03 18:36:00	29	29.7	49	rain
31	3	266	2024-01-03 20:15:00	29	28.2	\N	\N
32	6	227	2024-01-03 21:40:00	22	19.9	18	dry
33	2	227	2024-01-03 21:49:00	59	64.3	44	rain
34	6	230	2024-01-04 05:15:00	22	18.3	42	\N
35	5	247	2024-01-04 06:29:00	70	69.7	77	dry
36	6	222	2024-01-04 06:40:00	22	18.6	38	dry
37	2	243	2024-01-04 08:08:00	59	62.1	64	rain
38	5	207	2024-01-04 09:48:00	70	72.0	30	snow
39	6	206	2024-01-04 11:43:00	22	22.5	36	rain
40	3	227	2024-01-04 11:57:00	29	26.5	62	snow
41	2	242	2024-01-04 12:02:00	59	58.6	1	rain
42	5	218	2024-01-04 14:00:00	70	72.8	69	snow
43	5	232	2024-01-04 20:08:00	70	70.1	19	rain
44	3	265	2024-01-04 22:09:00	29	31.9	\N	rain
45	6	231	2024-01-04 22:39:00	22	22.2	\N	rain
46	9	228	2024-01-05 08:49:00	34	34.4	42	rain
47	3	246	2024-01-05 10:08:00	29	28.1	56	rain
48	3	227	2024-01-05 14:13:00	29	32.6	27	rain
49	1	251	2024-01-05 14:32:00	39	40.7	57	rain
50	3	261	2024-01-05 17:25:00	29	29.2	70	rain
51	1	270	2024-01-05 23:47:00	39	37.6	20	rain
52	2	268	2024-01-06 06:59:00	59	61.4	\N	rain
53	2	226	2024-01-06 07:25:00	59	61.5	70	dry
54	9	232	2024-01-06 10:12:00	34	33.8	26	\N
55	1	233	2024-01-06 12:23:00	39	40.7	54	dry
56	2	219	2024-01-06 14:15:00	59	64.3	88	rain
57	6	236	2024-01-06 17:37:00	22	\N	\N	dry
58	5	205	2024-01-07 05:31:00	70	72.1	47	\N
59	5	261	2024-01-07 05:58:00	70	74.1	29	snow
60	9	231	2024-01-07 08:30:00	34	38.8	110	rain
61	3	268	2024-01-07 09:22:00	29	27.3	44	dry
62	3	255	2024-01-07 10:06:00	29	30.5	25	dry
63	1	234	2024-01-07 15:51:00	39	\N	\N	\N
64	2	236	2024-01-07 16:30:00	59	\N	\N	rain
65	5	202	2024-01-07 16:55:00	70	68.3	69	rain
66	6	247	2024-01-07 23:34:00	22	23.9	90	dry
67	8	219	2024-01-08 12:21:00	46	47.1	19	rain
68	5	210	2024-01-08 15:01:00	70	77.1	142	rain
69	3	234	2024-01-08 15:12:00	29	28.4	\N	\N
70	1	224	2024-01-08 16:12:00	39	43.1	54	snow
71	1	233	2024-01-08 16:52:00	39	42.1	82	dry
72	5	252	2024-01-08 18:37:00	70	71.0	\N	rain
73	3	258	2024-01-08 18:43:00	29	30.6	20	dry
74	2	214	2024-01-08 19:21:00	59	63.9	47	snow
75	3	233	2024-01-08 19:28:00	29	29.2	35	dry
76	8	237	2024-01-09 10:47:00	46	47.4	50	dry
77	1	210	2024-01-09 16:52:00	39	40.9	81	rain
78	2	248	2024-01-09 18:36:00	59	59.0	52	rain
79	5	205	2024-01-09 19:05:00	70	72.4	24	rain
80	1	266	2024-01-09 19:25:00	39	43.6	11	rain
81	2	226	2024-01-09 21:18:00	59	62.1	37	rain
82	1	251	2024-01-10 06:20:00	39	39.5	49	dry
83	6	243	2024-01-10 06:41:00	22	23.2	146	dry
84	5	227	2024-01-10 09:04:00	70	69.5	77	rain
85	3	201	2024-01-10 10:01:00	29	30.6	17	snow
86	2	246	2024-01-10 11:11:00	59	60.4	12	dry
87	2	257	2024-01-10 18:29:00	59	64.0	53	dry
88	6	209	2024-01-10 19:16:00	22	23.1	43	\N
89	1	204	2024-01-10 19:40:00	39	40.6	19	dry
90	9	232	2024-01-10 21:40:00	34	31.7	15	dry
91	2	205	2024-01-11 05:46:00	59	63.5	10	rain
92	2	225	2024-01-11 06:28:00	59	65.0	23	snow
93	2	229	2024-01-11 07:56:00	59	58.0	\N	dry
94	9	251	2024-01-11 08:07:00	34	\N	\N	rain
95	2	266	2024-01-11 08:34:00	59	62.2	39	rain
96	9	269	2024-01-11 09:07:00	34	36.9	9	rain
97	5	203	2024-01-11 10:07:00	70	72.3	7	dry
98	1	212	2024-01-11 19:34:00	39	41.9	9	dry
99	6	250	2024-01-11 21:59:00	22	23.9	\N	snow
100	5	214	2024-01-11 23:59:00	70	72.4	57	rain
101	6	208	2024-01-12 10:50:00	22	21.8	2	dry
102	1	212	2024-01-12 11:25:00	39	44.7	27	snow
103	8	238	2024-01-12 14:29:00	46	53.5	41	snow
104	2	219	2024-01-12 15:23:00	59	59.3	54	rain
105	5	265	2024-01-12 15:40:00	70	73.4	3	rain
106	9	208	2024-01-12 17:20:00	34	34.0	31	\N
107	9	244	2024-01-12 17:48:00	34	36.7	51	rain
108	3	235	2024-01-12 18:01:00	29	27.8	142	rain
109	2	205	2024-01-12 20:26:00	59	61.5	33	\N
110	2	238	2024-01-12 21:42:00	59	63.1	86	snow
111	8	229	2024-01-12 23:37:00	46	51.4	44	rain
112	5	212	2024-01-13 05:24:00	70	74.4	27	\N
113	3	201	2024-01-13 08:26:00	29	29.3	37	dry
114	1	247	2024-01-13 11:12:00	39	35.0	66	\N
115	9	238	2024-01-13 13:35:00	34	37.5	\N	\N
116	6	205	2024-01-13 15:01:00	22	21.8	58	dry
117	9	203	2024-01-13 22:31:00	34	34.8	25	dry
118	3	264	2024-01-14 06:47:00	29	31.8	40	rain
119	6	269	2024-01-14 08:43:00	22	23.0	30	\N
120	5	210	2024-01-14 16:35:00	70	67.6	131	dry
121	3	261	2024-01-14 17:17:00	29	32.2	67	snow
122	8	254	2024-01-14 23:10:00	46	\N	\N	dry
123	9	248	2024-01-15 10:13:00	34	32.0	58	\N
124	9	215	2024-01-15 10:25:00	34	34.8	35	dry
125	8	250	2024-01-15 13:00:00	46	52.3	72	rain
126	2	257	2024-01-15 13:12:00	59	63.1	26	dry
127	1	231	2024-01-15 16:37:00	39	37.3	\N	rain
128	6	251	2024-01-15 16:46:00	22	21.0	47	dry
129	6	226	2024-01-15 19:34:00	22	25.0	23	snow
130	2	270	2024-01-16 05:06:00	59	58.5	38	dry
131	6	249	2024-01-16 05:53:00	22	20.7	26	\N
132	9	232	2024-01-16 08:22:00	34	33.9	10	\N
133	8	258	2024-01-16 13:18:00	46	46.6	1	dry
134	2	251	2024-01-16 17:36:00	59	62.0	51	rain
135	1	214	2024-01-16 18:27:00	39	39.0	35	rain
136	3	205	2024-01-16 19:07:00	29	30.6	26	dry
137	8	247	2024-01-17 05:13:00	46	48.0	37	snow
138	9	215	2024-01-17 06:09:00	34	35.2	65	rain
139	8	240	2024-01-17 10:32:00	46	52.4	31	dry
140	5	264	2024-01-17 13:34:00	70	73.1	\N	snow
141	5	218	2024-01-17 15:08:00	70	71.0	29	rain
142	6	241	2024-01-17 15:35:00	22	26.0	86	snow
143	1	230	2024-01-17 17:14:00	39	44.9	83	snow
144	3	249	2024-01-17 17:52:00	29	28.4	78	dry
145	5	222	2024-01-17 21:20:00	70	69.6	3	rain
146	9	202	2024-01-17 23:07:00	34	32.0	70	\N
147	1	203	2024-01-18 05:47:00	39	41.4	\N	rain
148	1	222	2024-01-18 05:55:00	39	44.9	27	rain
149	1	233	2024-01-18 08:33:00	39	37.4	52	rain
150	5	258	2024-01-18 09:37:00	70	69.3	64	rain
151	9	270	2024-01-18 11:29:00	34	34.4	25	\N
152	8	240	2024-01-18 14:09:00	46	52.3	96	rain
153	3	220	2024-01-18 14:11:00	29	29.4	15	rain
154	3	219	2024-01-18 18:27:00	29	24.5	23	\N
155	9	207	2024-01-18 21:48:00	34	33.3	1	dry
156	2	232	2024-01-18 22:09:00	59	60.8	12	snow
157	9	218	2024-01-18 22:49:00	34	41.8	\N	snow
158	3	222	2024-01-19 07:46:00	29	31.3	40	rain
159	9	232	2024-01-19 14:18:00	34	35.8	36	rain
160	8	240	2024-01-19 14:48:00	46	54.8	14	snow
161	8	219	2024-01-19 16:02:00	46	48.9	40	snow
162	2	239	2024-01-19 17:19:00	59	58.5	87	dry
163	2	254	2024-01-19 18:24:00	59	61.4	48	dry
164	3	220	2024-01-19 19:16:00	29	30.0	6	dry
165	1	227	2024-01-20 07:38:00	39	38.4	28	dry
166	3	264	2024-01-20 08:42:00	29	28.2	41	dry
167	8	240	2024-01-20 10:38:00	46	48.7	17	dry
168	5	252	2024-01-20 10:47:00	70	71.5	43	snow
169	3	265	2024-01-20 13:44:00	29	31.3	69	dry
170	8	250	2024-01-20 15:27:00	46	\N	\N	rain
171	9	233	2024-01-20 22:59:00	34	36.6	109	dry
172	2	244	2024-01-21 10:05:00	59	63.7	11	rain
173	2	239	2024-01-21 13:01:00	59	62.0	50	dry
174	6	242	2024-01-21 13:27:00	22	23.4	18	\N
175	1	224	2024-01-21 14:01:00	39	39.3	32	dry
176	5	262	2024-01-21 15:31:00	70	69.0	42	\N
177	3	242	2024-01-21 17:08:00	29	\N	\N	dry
178	1	268	2024-01-21 18:36:00	39	42.7	36	rain
179	8	241	2024-01-22 08:09:00	46	50.6	\N	rain
180	3	235	2024-01-22 10:21:00	29	30.2	100	snow
181	3	229	2024-01-22 12:15:00	29	32.5	7	snow
182	6	237	2024-01-22 13:54:00	22	16.2	54	dry
183	3	252	2024-01-22 14:44:00	29	29.2	\N	rain
184	8	202	2024-01-22 15:13:00	46	49.2	69	rain
185	8	225	2024-01-22 17:27:00	46	46.9	54	rain
186	8	262	2024-01-22 17:58:00	46	48.1	74	dry
187	3	249	2024-01-22 18:54:00	29	29.3	53	rain
188	2	232	2024-01-22 23:35:00	59	61.8	11	snow
189	2	202	2024-01-23 07:18:00	59	\N	\N	rain
190	2	240	2024-01-23 18:53:00	59	58.5	48	snow
191	8	221	2024-01-23 18:54:00	46	50.0	32	dry
192	3	253	2024-01-23 21:28:00	29	27.3	41	dry
193	6	258	2024-01-23 23:08:00	22	23.7	53	dry
194	8	230	2024-01-24 05:17:00	46	48.1	40	dry
195	3	264	2024-01-24 07:04:00	29	31.7	76	rain
196	8	258	2024-01-24 13:34:00	46	46.1	57	\N
197	1	250	2024-01-24 13:37:00	39	39.6	57	dry
198	2	221	2024-01-24 15:42:00	59	64.5	64	\N
199	2	258	2024-01-24 17:15:00	59	61.0	32	rain
200	2	215	2024-01-24 21:41:00	59	63.1	44	snow
201	3	229	2024-01-24 22:13:00	29	28.6	110	rain
202	8	220	2024-01-24 23:27:00	46	47.4	25	\N
203	3	268	2024-01-25 06:12:00	29	27.6	28	\N
204	9	270	2024-01-25 08:42:00	34	\N	\N	rain
205	8	226	2024-01-25 15:29:00	46	49.6	95	rain
206	1	224	2024-01-25 15:38:00	39	41.1	60	snow
207	5	231	2024-01-25 15:51:00	70	71.6	63	dry
208	2	253	2024-01-25 18:54:00	59	63.8	\N	dry
209	9	242	2024-01-25 22:09:00	34	35.2	21	\N
210	9	209	2024-01-25 23:10:00	34	37.8	28	snow
211	6	221	2024-01-26 06:46:00	22	23.6	37	dry
212	8	249	2024-01-26 09:47:00	46	47.7	43	rain
213	6	204	2024-01-26 10:15:00	22	23.4	2	dry
214	8	266	2024-01-26 11:03:00	46	47.1	23	rain
215	2	202	2024-01-26 11:13:00	59	59.3	69	dry
216	8	210	2024-01-26 14:42:00	46	49.1	38	dry
217	9	201	2024-01-26 14:51:00	34	38.6	28	snow
218	6	205	2024-01-26 18:36:00	22	24.7	72	rain
219	2	262	2024-01-26 21:16:00	59	60.7	\N	\N
220	8	261	2024-01-26 22:47:00	46	48.3	24	rain
221	9	229	2024-01-27 07:31:00	34	33.5	115	rain
222	3	207	2024-01-27 07:35:00	29	29.6	12	rain
223	8	203	2024-01-27 08:53:00	46	47.5	44	rain
224	1	210	2024-01-27 10:14:00	39	40.6	1	snow
225	3	204	2024-01-27 11:23:00	29	30.8	70	dry
226	3	237	2024-01-27 11:38:00	29	33.1	20	snow
227	2	220	2024-01-27 11:43:00	59	61.4	20	rain
228	3	252	2024-01-27 14:37:00	29	29.6	50	snow
229	6	249	2024-01-27 15:43:00	22	26.5	29	snow
230	3	264	2024-01-27 17:20:00	29	29.0	50	dry
231	5	250	2024-01-27 19:19:00	70	72.6	48	\N
232	8	231	2024-01-27 21:12:00	46	47.0	33	rain
233	2	212	2024-01-27 22:35:00	59	60.1	1	dry
234	8	264	2024-01-27 23:11:00	46	46.6	12	rain
235	6	261	2024-01-28 07:08:00	22	23.0	86	rain
236	3	207	2024-01-28 08:45:00	29	26.7	23	dry
237	3	236	2024-01-28 10:28:00	29	26.7	6	rain
238	1	208	2024-01-28 13:37:00	39	42.1	12	rain
239	9	266	2024-01-28 15:59:00	34	34.9	30	rain
240	2	240	2024-01-28 20:11:00	59	\N	\N	rain
241	2	267	2024-01-28 21:08:00	59	58.7	4	\N
242	1	241	2024-01-28 22:34:00	39	38.8	9	rain
243	6	205	2024-01-28 22:52:00	22	22.4	43	\N
244	1	260	2024-01-29 10:15:00	39	42.9	19	rain
245	9	252	2024-01-29 13:31:00	34	34.3	3	dry
246	5	265	2024-01-29 15:03:00	70	69.0	63	dry
247	2	236	2024-01-29 17:21:00	59	64.4	44	snow
248	1	219	2024-01-29 20:25:00	39	42.4	19	dry
249	9	226	2024-01-30 05:58:00	34	38.0	12	snow
250	8	222	2024-01-30 09:27:00	46	46.3	34	\N
251	2	248	2024-01-30 15:58:00	59	63.7	48	\N
252	9	244	2024-01-30 17:16:00	34	40.3	53	rain
253	1	258	2024-01-30 21:19:00	39	40.5	10	rain
254	6	223	2024-01-30 23:24:00	22	20.1	6	dry
255	8	215	2024-01-31 08:53:00	46	47.7	82	snow
256	3	257	2024-01-31 09:00:00	29	28.6	44	dry
257	3	204	2024-01-31 12:28:00	29	28.5	83	\N
258	2	201	2024-01-31 13:05:00	59	\N	\N	snow
259	9	219	2024-01-31 13:15:00	34	37.9	8	snow
260	1	230	2024-01-31 18:14:00	39	39.7	32	snow
261	1	246	2024-01-31 20:26:00	39	42.1	64	\N
262	3	268	2024-01-31 20:39:00	29	27.2	22	rain
263	3	205	2024-01-31 21:59:00	29	31.0	0	snow
264	3	227	2024-01-31 22:07:00	29	32.7	40	rain
265	2	266	2024-01-31 22:56:00	59	64.0	5	dry
266	6	211	2024-02-01 07:57:00	22	22.3	133	dry
267	8	231	2024-02-01 09:18:00	46	52.3	\N	\N
268	8	202	2024-02-01 10:50:00	46	46.7	5	dry
269	6	218	2024-02-01 11:50:00	22	22.3	\N	rain
270	2	260	2024-02-01 12:44:00	59	60.8	33	\N
271	5	239	2024-02-01 13:06:00	70	72.4	51	rain
272	1	210	2024-02-01 15:36:00	39	42.8	100	\N
273	1	231	2024-02-01 18:09:00	39	41.7	38	rain
274	1	256	2024-02-01 18:09:00	39	42.7	\N	\N
275	8	240	2024-02-01 20:22:00	46	45.2	31	dry
276	5	215	2024-02-01 23:00:00	70	70.6	\N	\N
277	8	229	2024-02-02 09:17:00	46	51.7	23	snow
278	1	268	2024-02-02 14:03:00	39	38.4	41	dry
279	1	253	2024-02-02 16:01:00	39	40.3	100	rain
280	3	249	2024-02-02 16:37:00	29	29.5	74	rain
281	1	247	2024-02-02 17:00:00	39	37.8	26	\N
282	1	247	2024-02-02 22:18:00	39	41.0	65	dry
283	1	267	2024-02-02 23:37:00	39	39.0	36	rain
284	6	251	2024-02-03 08:00:00	22	20.6	96	\N
285	1	253	2024-02-03 08:49:00	39	37.4	40	rain
286	1	208	2024-02-03 16:39:00	39	39.4	88	dry
287	1	244	2024-02-03 19:53:00	39	40.2	24	dry
288	2	254	2024-02-03 19:54:00	59	62.9	60	snow
289	8	249	2024-02-03 21:25:00	46	50.8	43	rain
290	8	224	2024-02-04 05:33:00	46	47.9	70	dry
291	1	218	2024-02-04 08:59:00	39	39.3	78	dry
292	5	232	2024-02-04 11:50:00	70	71.4	4	\N
293	1	256	2024-02-04 12:45:00	39	41.6	19	snow
294	9	254	2024-02-04 13:24:00	34	32.0	15	dry
295	5	234	2024-02-04 13:56:00	70	68.5	6	rain
296	1	210	2024-02-04 14:16:00	39	\N	\N	dry
297	3	219	2024-02-04 19:47:00	29	32.5	50	rain
298	3	201	2024-02-04 21:20:00	29	30.3	26	dry
299	5	240	2024-02-04 23:36:00	70	70.2	\N	rain
300	9	267	2024-02-05 07:47:00	34	37.5	84	\N
301	9	225	2024-02-05 11:28:00	34	38.0	18	dry
302	9	225	2024-02-05 13:03:00	34	34.8	3	rain
303	2	226	2024-02-05 16:06:00	59	64.6	3	dry
304	3	248	2024-02-05 17:54:00	29	27.8	58	\N
305	2	240	2024-02-05 19:04:00	59	58.7	43	dry
306	8	268	2024-02-06 07:29:00	46	48.4	18	\N
307	9	241	2024-02-06 10:51:00	34	32.0	47	\N
308	2	223	2024-02-06 18:36:00	59	64.5	51	dry
309	2	206	2024-02-06 22:36:00	59	58.4	\N	rain
310	8	216	2024-02-07 06:23:00	46	46.6	43	rain
311	2	250	2024-02-07 07:16:00	59	\N	\N	rain
312	2	211	2024-02-07 07:37:00	59	63.8	28	dry
313	1	252	2024-02-07 07:43:00	39	41.3	67	dry
314	6	222	2024-02-07 15:17:00	22	23.1	39	\N
315	9	219	2024-02-08 06:51:00	34	36.5	\N	rain
316	8	265	2024-02-08 07:45:00	46	46.4	20	dry
317	5	209	2024-02-08 07:55:00	70	64.4	44	dry
318	8	220	2024-02-08 10:59:00	46	\N	\N	dry
319	1	249	2024-02-08 11:29:00	39	43.9	70	snow
320	6	225	2024-02-08 14:42:00	22	21.1	15	\N
321	9	244	2024-02-08 15:43:00	34	35.1	70	\N
322	8	203	2024-02-08 18:38:00	46	51.7	26	rain
323	8	231	2024-02-08 21:39:00	46	50.7	22	snow
324	1	252	2024-02-09 05:54:00	39	44.0	18	rain
325	1	249	2024-02-09 07:07:00	39	39.9	\N	rain
326	8	204	2024-02-09 08:19:00	46	47.3	45	rain
327	8	261	2024-02-09 11:54:00	46	\N	\N	snow
328	8	229	2024-02-09 13:27:00	46	46.4	90	dry
329	1	242	2024-02-09 13:39:00	39	42.1	13	rain
330	5	202	2024-02-09 14:08:00	70	72.2	55	rain
331	8	208	2024-02-09 15:03:00	46	48.0	18	dry
332	5	236	2024-02-09 19:27:00	70	70.5	60	dry
333	6	262	2024-02-10 05:26:00	22	24.0	5	\N
334	8	223	2024-02-10 05:31:00	46	46.9	20	dry
335	8	229	2024-02-10 05:37:00	46	49.7	22	rain
336	1	229	2024-02-10 09:41:00	39	41.4	\N	\N
337	9	218	2024-02-10 12:36:00	34	37.4	5	dry
338	1	229	2024-02-10 12:55:00	39	38.8	56	rain
339	6	223	2024-02-10 16:02:00	22	19.4	97	dry
340	8	230	2024-02-10 21:45:00	46	50.7	\N	dry
341	8	255	2024-02-11 08:56:00	46	51.4	99	\N
342	6	240	2024-02-11 10:52:00	22	20.3	\N	rain
343	3	244	2024-02-11 12:04:00	29	32.6	10	rain
344	8	236	2024-02-11 12:30:00	46	46.5	34	dry
345	5	242	2024-02-11 15:18:00	70	71.5	5	\N
346	2	201	2024-02-11 15:42:00	59	58.1	45	rain
347	2	237	2024-02-11 16:53:00	59	57.6	74	rain
348	2	203	2024-02-11 17:20:00	59	63.7	\N	rain
349	5	238	2024-02-11 18:11:00	70	70.8	46	\N
350	5	202	2024-02-11 18:15:00	70	70.5	2	dry
351	2	203	2024-02-12 05:12:00	59	65.6	19	snow
352	6	229	2024-02-12 05:26:00	22	23.6	6	\N
353	9	220	2024-02-12 10:58:00	34	35.0	12	snow
354	6	264	2024-02-12 14:18:00	22	21.2	44	dry
355	3	265	2024-02-12 17:43:00	29	30.8	10	snow
356	6	262	2024-02-12 18:38:00	22	22.6	55	dry
357	1	205	2024-02-12 21:17:00	39	39.3	47	\N
358	2	254	2024-02-12 23:05:00	59	64.3	25	\N
359	2	262	2024-02-13 09:04:00	59	61.8	115	rain
360	2	236	2024-02-13 09:22:00	59	61.9	45	dry
361	1	255	2024-02-13 14:02:00	39	40.2	4	rain
362	3	243	2024-02-13 15:04:00	29	31.6	35	rain
363	1	207	2024-02-13 18:14:00	39	41.0	53	dry
364	9	243	2024-02-13 18:17:00	34	34.7	85	\N
365	5	203	2024-02-13 20:19:00	70	73.8	6	dry
366	1	254	2024-02-13 21:48:00	39	41.7	56	snow
367	9	206	2024-02-14 08:03:00	34	36.8	55	dry
368	9	258	2024-02-14 08:27:00	34	34.1	46	dry
369	2	268	2024-02-14 20:07:00	59	65.0	33	rain
370	9	246	2024-02-14 21:10:00	34	37.7	\N	snow
371	6	223	2024-02-14 21:19:00	22	23.8	64	dry
372	2	251	2024-02-14 22:50:00	59	61.1	\N	\N
373	3	212	2024-02-14 23:22:00	29	27.7	12	dry
374	1	220	2024-02-15 10:34:00	39	38.8	4	rain
375	3	244	2024-02-15 11:57:00	29	31.0	71	rain
376	1	231	2024-02-15 18:15:00	39	42.1	\N	rain
377	8	201	2024-02-15 20:57:00	46	50.9	11	rain
378	3	222	2024-02-15 22:02:00	29	30.9	21	snow
379	8	248	2024-02-15 22:39:00	46	47.5	11	\N
380	5	230	2024-02-16 06:08:00	70	72.7	52	rain
381	9	202	2024-02-16 10:49:00	34	35.3	33	dry
382	9	212	2024-02-16 12:08:00	34	36.9	23	\N
383	5	234	2024-02-16 12:50:00	70	71.3	84	\N
384	8	268	2024-02-16 13:54:00	46	47.8	40	dry
385	5	256	2024-02-16 14:52:00	70	74.6	3	snow
386	1	216	2024-02-16 16:28:00	39	39.7	\N	\N
387	5	211	2024-02-16 16:46:00	70	72.7	41	snow
388	3	206	2024-02-16 23:04:00	29	29.5	\N	dry
389	9	208	2024-02-17 07:49:00	34	39.6	4	rain
390	3	236	2024-02-17 11:03:00	29	31.4	1	snow
391	2	269	2024-02-17 12:51:00	59	64.2	\N	dry
392	3	253	2024-02-17 17:23:00	29	30.3	39	snow
393	9	201	2024-02-17 18:57:00	34	36.2	\N	dry
394	2	234	2024-02-18 07:30:00	59	61.8	52	dry
395	9	212	2024-02-18 10:01:00	34	35.7	13	rain
396	9	260	2024-02-18 10:51:00	34	34.9	9	rain
397	6	255	2024-02-18 13:08:00	22	18.1	60	dry
398	9	238	2024-02-18 16:29:00	34	37.1	\N	rain
399	1	222	2024-02-18 20:12:00	39	41.8	53	snow
400	2	219	2024-02-18 21:25:00	59	62.7	31	rain
401	2	247	2024-02-18 21:43:00	59	65.4	60	rain
402	8	246	2024-02-18 21:46:00	46	49.5	\N	rain
403	5	239	2024-02-18 22:09:00	70	71.1	54	dry
404	5	201	2024-02-18 23:34:00	70	70.7	15	snow
405	8	239	2024-02-19 06:25:00	46	48.8	122	dry
406	8	210	2024-02-19 07:25:00	46	48.3	\N	rain
407	3	202	2024-02-19 07:50:00	29	34.4	93	snow
408	1	233	2024-02-19 08:19:00	39	41.0	77	rain
409	2	242	2024-02-19 09:43:00	59	61.9	44	dry
410	2	228	2024-02-19 13:18:00	59	65.0	5	snow
411	2	242	2024-02-19 13:32:00	59	64.4	\N	dry
412	1	210	2024-02-19 14:30:00	39	39.3	83	dry
413	1	219	2024-02-19 16:55:00	39	39.4	59	dry
414	9	202	2024-02-19 17:12:00	34	32.7	85	rain
415	8	258	2024-02-19 19:15:00	46	51.5	36	dry
416	6	233	2024-02-19 21:42:00	22	\N	\N	rain
417	2	236	2024-02-19 22:52:00	59	60.4	19	\N
418	1	209	2024-02-20 06:04:00	39	38.2	147	dry
419	9	220	2024-02-20 06:15:00	34	34.7	34	dry
420	3	243	2024-02-20 06:42:00	29	29.3	123	dry
421	6	204	2024-02-20 07:31:00	22	20.8	53	dry
422	2	202	2024-02-20 09:08:00	59	65.3	71	rain
423	2	257	2024-02-20 09:37:00	59	61.9	28	dry
424	3	202	2024-02-20 11:53:00	29	30.2	80	dry
425	6	260	2024-02-20 12:14:00	22	23.4	36	dry
426	9	264	2024-02-20 13:42:00	34	37.7	16	dry
427	2	242	2024-02-20 15:04:00	59	60.8	97	dry
428	9	221	2024-02-20 16:19:00	34	36.9	36	rain
429	1	248	2024-02-20 19:06:00	39	41.4	10	snow
430	6	246	2024-02-20 19:56:00	22	20.3	12	rain
431	3	206	2024-02-20 20:19:00	29	31.4	\N	rain
432	8	268	2024-02-20 22:04:00	46	47.6	7	dry
433	6	202	2024-02-20 22:36:00	22	26.1	24	\N
434	9	246	2024-02-21 07:05:00	34	36.9	48	rain
435	8	246	2024-02-21 08:32:00	46	52.5	88	snow
436	2	234	2024-02-21 08:33:00	59	64.4	9	rain
437	2	201	2024-02-21 09:29:00	59	58.4	50	rain
438	2	203	2024-02-21 14:49:00	59	63.6	16	dry
439	9	221	2024-02-21 15:11:00	34	36.5	31	rain
440	3	207	2024-02-21 15:56:00	29	29.4	34	dry
441	8	239	2024-02-21 16:29:00	46	47.9	41	dry
442	9	257	2024-02-21 16:34:00	34	35.2	43	rain
443	9	250	2024-02-21 19:02:00	34	34.4	10	rain
444	9	257	2024-02-21 21:36:00	34	35.4	4	\N
445	6	228	2024-02-22 05:03:00	22	21.4	\N	dry
446	5	208	2024-02-22 07:41:00	70	70.6	33	dry
447	6	212	2024-02-22 12:32:00	22	19.3	38	rain
448	9	260	2024-02-22 14:29:00	34	35.4	\N	snow
449	3	215	2024-02-22 14:57:00	29	29.9	28	rain
450	8	253	2024-02-22 17:33:00	46	48.0	38	rain
451	2	226	2024-02-22 19:50:00	59	58.8	32	\N
452	6	243	2024-02-22 21:42:00	22	20.8	4	dry
453	6	221	2024-02-23 06:38:00	22	23.4	83	\N
454	5	216	2024-02-23 06:49:00	70	68.4	\N	\N
455	2	265	2024-02-23 08:07:00	59	58.4	48	\N
456	2	214	2024-02-23 08:37:00	59	64.5	35	dry
457	6	270	2024-02-23 15:16:00	22	23.7	30	rain
458	8	222	2024-02-23 17:50:00	46	49.1	40	\N
459	3	220	2024-02-23 23:45:00	29	31.5	9	snow
460	5	215	2024-02-24 06:38:00	70	72.0	\N	snow
461	2	269	2024-02-24 09:48:00	59	63.3	37	dry
462	1	222	2024-02-24 12:49:00	39	40.7	9	dry
463	5	207	2024-02-24 16:32:00	70	73.3	35	dry
464	8	244	2024-02-24 18:12:00	46	46.9	69	dry
465	3	223	2024-02-25 16:46:00	29	27.8	61	dry
466	1	230	2024-02-25 17:01:00	39	41.5	78	dry
467	3	237	2024-02-25 17:59:00	29	29.9	6	dry
468	5	212	2024-02-25 18:48:00	70	72.6	25	rain
469	9	230	2024-02-25 19:26:00	34	35.3	34	dry
470	2	250	2024-02-26 06:09:00	59	65.7	92	dry
471	9	247	2024-02-26 07:47:00	34	34.5	86	snow
472	8	234	2024-02-26 10:20:00	46	47.7	39	dry
473	1	216	2024-02-26 10:24:00	39	39.8	34	dry
474	5	247	2024-02-26 12:13:00	70	\N	\N	snow
475	9	222	2024-02-26 14:22:00	34	37.2	39	dry
476	8	258	2024-02-26 14:58:00	46	53.3	61	snow
477	1	243	2024-02-26 18:55:00	39	42.9	41	dry
478	8	236	2024-02-26 22:38:00	46	45.3	14	\N
479	9	209	2024-02-26 23:07:00	34	38.6	1	snow
480	9	222	2024-02-27 05:30:00	34	\N	\N	dry
481	2	268	2024-02-27 06:10:00	59	59.2	48	dry
482	8	246	2024-02-27 07:52:00	46	45.9	20	rain
483	5	246	2024-02-27 08:07:00	70	71.3	78	dry
484	8	238	2024-02-27 11:07:00	46	49.8	34	snow
485	2	270	2024-02-27 13:14:00	59	58.6	31	dry
486	8	226	2024-02-27 18:28:00	46	48.6	84	dry
487	3	234	2024-02-27 18:30:00	29	27.8	130	dry
488	6	233	2024-02-27 19:44:00	22	22.7	29	\N
489	8	209	2024-02-27 19:56:00	46	50.0	48	rain
490	2	211	2024-02-27 22:06:00	59	66.3	96	dry
491	3	214	2024-02-27 22:47:00	29	26.1	23	dry
492	9	210	2024-02-27 23:32:00	34	33.1	\N	rain
493	5	268	2024-02-28 06:34:00	70	73.3	29	dry
494	6	203	2024-02-28 07:46:00	22	23.3	30	rain
495	6	262	2024-02-28 08:08:00	22	20.7	71	dry
496	9	252	2024-02-28 08:21:00	34	35.1	89	rain
497	2	265	2024-02-28 08:50:00	59	61.9	9	\N
498	8	226	2024-02-28 08:54:00	46	48.7	75	dry
499	6	255	2024-02-28 15:25:00	22	24.3	66	snow
500	9	257	2024-02-28 18:27:00	34	35.9	22	snow
501	9	212	2024-02-28 19:11:00	34	35.0	28	dry
502	5	225	2024-02-28 21:11:00	70	67.9	31	\N
503	3	254	2024-02-29 05:24:00	29	32.3	12	dry
504	6	214	2024-02-29 09:01:00	22	22.7	20	snow
505	3	226	2024-02-29 09:36:00	29	31.9	120	rain
506	8	218	2024-02-29 10:50:00	46	46.9	33	dry
507	3	201	2024-02-29 11:21:00	29	29.8	30	snow
508	8	267	2024-02-29 18:05:00	46	49.0	17	dry
509	1	231	2024-03-01 05:56:00	39	42.8	10	snow
510	5	205	2024-03-01 06:58:00	70	73.3	43	rain
511	3	225	2024-03-01 07:46:00	29	27.1	78	rain
512	2	216	2024-03-01 09:08:00	59	63.3	\N	rain
513	5	242	2024-03-01 09:51:00	70	70.9	72	rain
514	1	227	2024-03-01 11:04:00	39	40.2	7	rain
515	6	204	2024-03-01 17:28:00	22	25.2	32	dry
516	8	250	2024-03-01 22:15:00	46	48.6	37	dry
517	9	225	2024-03-01 23:48:00	34	35.3	7	dry
518	9	230	2024-03-02 06:29:00	34	37.3	74	rain
519	8	208	2024-03-02 11:33:00	46	49.4	17	rain
520	6	208	2024-03-02 11:57:00	22	23.9	38	dry
521	2	260	2024-03-02 14:10:00	59	61.5	35	rain
522	3	206	2024-03-02 16:00:00	29	32.5	42	dry
523	1	257	2024-03-02 19:59:00	39	40.2	37	rain
524	2	260	2024-03-03 05:43:00	59	62.1	32	snow
525	5	270	2024-03-03 06:22:00	70	71.1	58	rain
526	2	265	2024-03-03 07:48:00	59	60.5	45	dry
527	9	260	2024-03-03 09:37:00	34	31.6	10	dry
528	8	238	2024-03-03 14:36:00	46	47.5	23	dry
529	3	247	2024-03-03 18:13:00	29	30.3	85	snow
530	9	237	2024-03-03 18:44:00	34	37.5	113	dry
531	3	258	2024-03-03 19:16:00	29	30.1	23	rain
532	5	216	2024-03-03 19:54:00	70	71.9	10	\N
533	5	220	2024-03-04 11:42:00	70	73.7	20	snow
534	3	248	2024-03-04 12:26:00	29	27.7	\N	\N
535	9	249	2024-03-04 13:33:00	34	35.6	105	rain
536	1	267	2024-03-04 13:58:00	39	39.3	58	\N
537	6	267	2024-03-04 15:39:00	22	20.8	64	snow
538	1	214	2024-03-04 18:29:00	39	39.3	41	dry
539	3	257	2024-03-04 22:10:00	29	32.1	43	dry
540	1	234	2024-03-04 22:18:00	39	41.1	32	dry
541	9	236	2024-03-04 22:54:00	34	38.0	37	\N
542	1	257	2024-03-05 07:15:00	39	42.5	27	snow
543	5	224	2024-03-05 07:19:00	70	70.9	69	dry
544	6	266	2024-03-05 11:08:00	22	24.2	4	snow
545	5	224	2024-03-05 14:15:00	70	73.7	49	dry
546	2	205	2024-03-05 14:16:00	59	63.0	48	\N
547	1	251	2024-03-05 22:03:00	39	35.9	61	\N
548	2	250	2024-03-05 22:44:00	59	58.8	\N	dry
549	6	209	2024-03-05 22:51:00	22	21.0	55	dry
550	5	268	2024-03-05 22:58:00	70	70.8	45	\N
551	8	252	2024-03-05 23:32:00	46	48.2	97	rain
552	2	216	2024-03-06 05:46:00	59	63.6	23	snow
553	1	247	2024-03-06 06:59:00	39	37.7	69	dry
554	5	254	2024-03-06 07:54:00	70	71.6	91	snow
555	3	234	2024-03-06 09:11:00	29	32.8	53	\N
556	1	226	2024-03-06 10:18:00	39	40.7	60	rain
557	5	230	2024-03-06 13:36:00	70	71.6	57	dry
558	8	246	2024-03-06 14:11:00	46	45.6	39	rain
559	5	268	2024-03-06 15:11:00	70	70.3	71	\N
560	6	241	2024-03-06 15:27:00	22	17.9	82	rain
561	5	250	2024-03-06 19:24:00	70	73.5	34	rain
562	6	229	2024-03-06 23:42:00	22	28.6	82	snow
563	8	248	2024-03-07 08:38:00	46	45.0	48	snow
564	9	222	2024-03-07 08:58:00	34	\N	\N	rain
565	3	212	2024-03-07 09:27:00	29	\N	\N	snow
566	8	209	2024-03-07 14:12:00	46	50.8	58	snow
567	3	265	2024-03-07 16:46:00	29	30.9	89	dry
568	2	243	2024-03-07 16:53:00	59	61.3	35	rain
569	5	236	2024-03-07 18:06:00	70	67.6	19	dry
570	9	211	2024-03-07 23:14:00	34	37.0	29	snow
571	9	216	2024-03-08 05:33:00	34	37.4	15	dry
572	6	219	2024-03-08 05:42:00	22	23.8	1	\N
573	3	251	2024-03-08 06:32:00	29	28.2	72	\N
574	3	246	2024-03-08 06:32:00	29	25.9	67	dry
575	2	258	2024-03-08 07:25:00	59	59.9	50	dry
576	2	221	2024-03-08 12:52:00	59	61.4	82	dry
577	1	246	2024-03-08 14:12:00	39	41.4	21	rain
578	3	210	2024-03-08 18:43:00	29	27.9	90	dry
579	9	258	2024-03-08 19:26:00	34	37.1	35	rain
580	8	260	2024-03-08 20:27:00	46	\N	\N	\N
581	6	235	2024-03-08 21:36:00	22	20.0	11	snow
582	2	270	2024-03-08 22:09:00	59	60.7	33	rain
583	8	215	2024-03-09 07:44:00	46	50.9	47	snow
584	1	260	2024-03-09 07:51:00	39	40.5	60	rain
585	6	249	2024-03-09 12:03:00	22	22.1	18	rain
586	9	240	2024-03-09 16:28:00	34	36.3	90	dry
587	8	234	2024-03-09 19:54:00	46	51.0	49	rain
588	8	227	2024-03-09 21:15:00	46	49.7	60	dry
589	8	269	2024-03-10 07:31:00	46	50.4	11	rain
590	6	242	2024-03-10 07:58:00	22	20.4	56	dry
591	3	233	2024-03-10 11:14:00	29	26.9	2	\N
592	9	240	2024-03-10 13:11:00	34	37.0	1	rain
593	3	260	2024-03-10 16:21:00	29	34.2	79	rain
594	2	241	2024-03-10 19:08:00	59	64.5	7	dry
595	5	215	2024-03-10 23:47:00	70	72.9	26	rain
596	6	251	2024-03-11 06:07:00	22	22.0	45	rain
597	2	206	2024-03-11 07:32:00	59	60.1	56	rain
598	9	264	2024-03-11 07:57:00	34	35.3	22	rain
599	8	267	2024-03-11 10:42:00	46	50.7	45	rain
600	3	221	2024-03-11 12:13:00	29	26.5	47	dry
601	9	225	2024-03-11 13:08:00	34	31.7	37	\N
602	9	209	2024-03-11 16:17:00	34	\N	\N	dry
603	5	211	2024-03-11 20:22:00	70	69.1	22	rain
604	6	248	2024-03-11 21:04:00	22	20.3	72	\N
605	5	219	2024-03-11 22:06:00	70	70.2	45	dry
606	6	221	2024-03-11 23:34:00	22	20.6	37	snow
607	9	225	2024-03-11 23:55:00	34	\N	\N	snow
608	1	262	2024-03-12 05:08:00	39	42.5	\N	snow
609	1	228	2024-03-12 07:50:00	39	38.6	33	dry
610	8	250	2024-03-12 08:15:00	46	50.4	\N	rain
611	5	209	2024-03-12 15:48:00	70	\N	\N	dry
612	9	262	2024-03-12 16:05:00	34	36.3	12	\N
613	3	234	2024-03-12 17:45:00	29	26.8	89	dry
614	9	264	2024-03-12 18:57:00	34	34.9	51	rain
615	6	264	2024-03-13 05:17:00	22	22.3	5	rain
616	5	212	2024-03-13 07:13:00	70	73.0	34	snow
617	1	224	2024-03-13 08:59:00	39	37.2	64	dry
618	3	224	2024-03-13 09:07:00	29	32.2	9	rain
619	5	207	2024-03-13 10:24:00	70	72.4	8	dry
620	6	207	2024-03-13 11:53:00	22	23.0	26	dry
621	8	205	2024-03-13 17:03:00	46	49.5	46	snow
622	9	212	2024-03-13 19:55:00	34	35.8	\N	\N
623	6	248	2024-03-13 20:23:00	22	21.1	37	rain
624	6	228	2024-03-13 20:51:00	22	21.5	31	rain
625	1	239	2024-03-14 06:39:00	39	43.3	25	snow
626	6	206	2024-03-14 10:35:00	22	28.0	13	rain
627	9	248	2024-03-14 11:14:00	34	33.9	69	snow
628	9	222	2024-03-14 11:59:00	34	35.2	42	dry
629	9	212	2024-03-14 15:37:00	34	38.7	35	snow
630	2	233	2024-03-14 17:02:00	59	66.4	111	rain
631	3	220	2024-03-14 17:35:00	29	31.8	34	\N
632	5	269	2024-03-14 21:22:00	70	72.7	19	\N
633	1	216	2024-03-15 05:24:00	39	39.5	26	rain
634	5	249	2024-03-15 08:30:00	70	70.5	59	\N
635	1	225	2024-03-15 09:39:00	39	\N	\N	snow
636	8	261	2024-03-15 11:49:00	46	47.8	34	rain
637	3	256	2024-03-15 22:33:00	29	26.5	33	\N
638	8	224	2024-03-16 06:31:00	46	46.9	33	dry
639	3	210	2024-03-16 06:56:00	29	29.1	88	rain
640	6	253	2024-03-16 07:00:00	22	20.6	92	rain
641	5	204	2024-03-16 08:41:00	70	71.6	49	\N
642	9	204	2024-03-16 10:48:00	34	36.1	76	dry
643	2	240	2024-03-16 11:09:00	59	59.9	2	\N
644	3	230	2024-03-16 11:24:00	29	29.8	82	dry
645	1	237	2024-03-16 14:04:00	39	39.0	21	rain
646	6	205	2024-03-16 18:41:00	22	18.1	17	dry
647	3	246	2024-03-16 20:17:00	29	\N	\N	rain
648	3	262	2024-03-17 12:01:00	29	33.0	44	rain
649	1	219	2024-03-17 12:29:00	39	42.5	5	snow
650	8	237	2024-03-17 14:06:00	46	45.8	16	\N
651	9	247	2024-03-17 14:13:00	34	37.4	27	rain
652	2	252	2024-03-17 15:27:00	59	63.4	80	rain
653	2	251	2024-03-17 15:35:00	59	\N	\N	dry
654	9	266	2024-03-17 18:00:00	34	38.1	62	rain
655	3	240	2024-03-17 20:13:00	29	30.5	60	\N
656	5	219	2024-03-17 20:55:00	70	69.3	43	dry
657	2	229	2024-03-17 23:02:00	59	62.8	100	dry
658	9	223	2024-03-17 23:27:00	34	34.3	85	dry
659	1	266	2024-03-18 06:25:00	39	41.5	56	rain
660	9	257	2024-03-18 10:35:00	34	32.9	8	rain
661	1	239	2024-03-18 11:55:00	39	41.9	40	rain
662	6	240	2024-03-18 11:57:00	22	19.1	37	dry
663	9	204	2024-03-18 13:36:00	34	37.6	23	rain
664	5	230	2024-03-18 15:57:00	70	70.6	115	dry
665	9	215	2024-03-18 17:14:00	34	32.6	50	rain
666	3	208	2024-03-18 18:09:00	29	35.7	43	snow
667	9	226	2024-03-18 22:57:00	34	\N	\N	\N
668	1	261	2024-03-19 08:05:00	39	40.1	43	dry
669	6	268	2024-03-19 14:04:00	22	23.9	38	rain
670	9	258	2024-03-19 17:49:00	34	29.5	38	\N
671	6	233	2024-03-19 19:58:00	22	21.1	16	dry
672	3	218	2024-03-19 22:48:00	29	30.0	35	dry
673	2	256	2024-03-19 23:04:00	59	63.5	26	\N
674	6	265	2024-03-19 23:08:00	22	28.7	42	snow
675	2	211	2024-03-20 09:17:00	59	59.9	63	rain
676	3	247	2024-03-20 21:49:00	29	28.8	63	dry
677	2	210	2024-03-20 23:11:00	59	62.7	7	dry
678	5	233	2024-03-21 08:23:00	70	\N	\N	\N
679	6	209	2024-03-21 09:30:00	22	22.6	47	rain
680	1	203	2024-03-21 09:30:00	39	39.6	32	dry
681	3	206	2024-03-21 09:39:00	29	32.0	20	snow
682	5	260	2024-03-21 10:18:00	70	75.4	38	snow
683	2	227	2024-03-21 17:00:00	59	62.3	21	rain
684	9	267	2024-03-21 20:18:00	34	35.7	46	dry
685	1	248	2024-03-21 21:49:00	39	43.0	24	snow
686	9	209	2024-03-21 23:32:00	34	36.9	\N	dry
687	3	261	2024-03-22 05:54:00	29	28.5	41	rain
688	1	267	2024-03-22 11:13:00	39	40.3	34	\N
689	8	204	2024-03-22 13:31:00	46	47.9	8	\N
690	2	215	2024-03-22 14:46:00	59	62.0	12	snow
691	1	233	2024-03-23 06:39:00	39	43.6	93	rain
692	8	246	2024-03-23 13:20:00	46	50.4	63	snow
693	8	244	2024-03-23 14:06:00	46	48.1	15	rain
694	2	223	2024-03-23 16:06:00	59	65.3	70	rain
695	2	269	2024-03-23 17:26:00	59	63.4	11	snow
696	6	255	2024-03-23 19:25:00	22	25.1	9	rain
697	6	215	2024-03-23 19:58:00	22	23.2	19	dry
698	5	243	2024-03-23 20:41:00	70	75.4	45	snow
699	5	225	2024-03-23 21:58:00	70	74.6	53	rain
700	5	206	2024-03-23 23:26:00	70	70.7	33	snow
701	9	209	2024-03-24 05:05:00	34	38.1	74	rain
702	8	269	2024-03-24 05:18:00	46	45.5	18	rain
703	2	224	2024-03-24 05:38:00	59	60.2	14	\N
704	8	208	2024-03-24 18:03:00	46	48.4	56	dry
705	2	268	2024-03-24 18:08:00	59	63.0	33	dry
706	5	228	2024-03-24 22:03:00	70	68.2	14	rain
707	2	253	2024-03-24 23:52:00	59	58.7	28	dry
708	8	215	2024-03-25 07:30:00	46	49.1	86	dry
709	6	215	2024-03-25 09:56:00	22	\N	\N	rain
710	1	214	2024-03-25 11:00:00	39	41.3	26	dry
711	3	238	2024-03-25 11:15:00	29	31.7	25	dry
712	5	250	2024-03-25 18:55:00	70	69.6	123	dry
713	1	253	2024-03-25 20:17:00	39	41.3	51	\N
714	5	268	2024-03-25 21:23:00	70	69.4	42	rain
715	1	224	2024-03-25 23:55:00	39	39.2	\N	\N
716	9	225	2024-03-26 05:57:00	34	38.2	47	\N
717	9	216	2024-03-26 07:11:00	34	38.3	31	dry
718	8	210	2024-03-26 08:35:00	46	48.5	51	rain
719	1	248	2024-03-26 10:43:00	39	41.4	37	snow
720	3	262	2024-03-26 12:09:00	29	28.8	28	rain
721	1	232	2024-03-26 12:31:00	39	46.5	8	snow
722	8	229	2024-03-26 14:27:00	46	49.9	53	dry
723	5	203	2024-03-26 17:46:00	70	72.6	24	dry
724	9	207	2024-03-26 22:14:00	34	35.2	1	\N
725	6	233	2024-03-27 08:37:00	22	21.6	127	rain
726	1	243	2024-03-27 09:15:00	39	41.1	\N	snow
727	5	203	2024-03-27 11:13:00	70	74.4	3	snow
728	5	229	2024-03-27 18:04:00	70	71.9	114	\N
729	6	244	2024-03-27 18:33:00	22	20.3	64	rain
730	1	203	2024-03-27 20:37:00	39	37.7	32	dry
731	2	221	2024-03-27 23:15:00	59	64.8	36	rain
732	9	267	2024-03-28 09:55:00	34	36.9	92	rain
733	9	258	2024-03-28 12:39:00	34	36.3	51	snow
734	5	264	2024-03-28 17:44:00	70	73.8	54	rain
735	2	226	2024-03-28 18:12:00	59	61.5	27	dry
736	1	243	2024-03-28 18:24:00	39	41.9	10	rain
737	8	267	2024-03-28 21:35:00	46	50.8	\N	snow
738	8	249	2024-03-29 06:54:00	46	51.6	64	rain
739	2	239	2024-03-29 07:09:00	59	61.0	84	dry
740	1	236	2024-03-29 12:07:00	39	42.2	\N	dry
741	2	249	2024-03-29 14:02:00	59	61.5	60	dry
742	9	226	2024-03-29 15:38:00	34	37.2	131	\N
743	2	206	2024-03-29 18:20:00	59	63.3	31	rain
744	5	224	2024-03-29 21:47:00	70	68.7	53	rain
745	3	252	2024-03-29 23:37:00	29	29.6	44	snow
746	8	232	2024-03-30 05:02:00	46	48.5	6	\N
747	9	262	2024-03-30 07:48:00	34	33.9	4	rain
748	2	270	2024-03-30 08:18:00	59	58.9	16	dry
749	8	203	2024-03-30 16:26:00	46	\N	\N	\N
750	5	250	2024-03-30 21:34:00	70	71.5	95	snow
751	8	258	2024-03-30 21:52:00	46	50.1	1	snow
752	1	244	2024-03-30 21:55:00	39	38.8	38	rain
753	5	228	2024-03-31 08:03:00	70	71.1	48	rain
754	2	218	2024-03-31 10:13:00	59	\N	\N	snow
755	3	215	2024-03-31 10:24:00	29	30.3	61	\N
756	9	231	2024-03-31 12:09:00	34	35.9	63	rain
757	9	212	2024-03-31 18:26:00	34	38.2	32	dry
758	5	202	2024-03-31 18:33:00	70	74.8	51	rain
759	6	212	2024-03-31 19:11:00	22	23.5	1	dry
760	8	225	2024-03-31 20:54:00	46	47.6	18	rain
761	9	252	2024-03-31 23:31:00	34	37.0	51	dry
762	2	238	2024-03-31 23:41:00	59	60.9	53	rain
763	9	267	2024-04-01 08:47:00	34	36.1	66	snow
764	5	258	2024-04-01 09:03:00	70	67.4	76	dry
765	8	218	2024-04-01 12:31:00	46	49.3	25	rain
766	1	202	2024-04-01 13:12:00	39	37.8	\N	\N
767	3	211	2024-04-01 14:54:00	29	30.2	23	\N
768	2	224	2024-04-01 15:05:00	59	60.7	65	dry
769	2	270	2024-04-01 18:45:00	59	63.3	44	rain
770	6	257	2024-04-01 18:58:00	22	24.1	29	dry
771	9	201	2024-04-01 19:51:00	34	36.6	12	dry
772	1	241	2024-04-01 20:11:00	39	45.0	25	rain
773	8	242	2024-04-01 20:58:00	46	47.4	33	rain
774	8	256	2024-04-02 08:01:00	46	48.9	74	\N
775	9	207	2024-04-02 13:52:00	34	36.9	31	rain
776	2	241	2024-04-02 19:08:00	59	59.2	68	dry
777	2	206	2024-04-02 20:54:00	59	63.6	29	rain
778	6	251	2024-04-02 21:25:00	22	22.3	55	rain
779	8	202	2024-04-03 07:23:00	46	47.3	73	dry
780	9	241	2024-04-03 07:45:00	34	37.2	42	dry
781	6	269	2024-04-03 18:11:00	22	21.0	27	rain
782	1	228	2024-04-03 21:26:00	39	40.0	44	dry
783	6	252	2024-04-03 21:50:00	22	21.9	84	rain
784	3	246	2024-04-03 22:22:00	29	30.5	21	dry
785	1	236	2024-04-04 05:22:00	39	40.5	27	\N
786	3	249	2024-04-04 10:19:00	29	27.3	20	\N
787	8	260	2024-04-04 11:42:00	46	48.3	22	rain
788	6	206	2024-04-04 11:48:00	22	23.1	0	dry
789	6	238	2024-04-04 12:37:00	22	21.3	23	rain
790	1	261	2024-04-04 17:26:00	39	37.2	89	dry
791	8	221	2024-04-04 17:54:00	46	51.1	48	rain
792	8	258	2024-04-04 19:00:00	46	50.2	76	snow
793	2	267	2024-04-04 19:20:00	59	61.2	25	dry
794	5	221	2024-04-04 20:12:00	70	69.2	31	dry
795	5	205	2024-04-05 08:03:00	70	74.8	58	rain
796	9	243	2024-04-05 10:01:00	34	38.0	76	rain
797	1	270	2024-04-05 11:36:00	39	41.8	44	snow
798	8	222	2024-04-05 13:18:00	46	50.5	74	rain
799	2	234	2024-04-05 13:48:00	59	61.6	39	rain
800	8	252	2024-04-05 14:41:00	46	46.3	42	\N
801	1	209	2024-04-05 14:52:00	39	40.0	42	dry
802	8	228	2024-04-05 16:46:00	46	45.6	28	dry
803	5	243	2024-04-05 17:46:00	70	72.8	117	\N
804	6	222	2024-04-05 19:10:00	22	22.0	46	rain
805	3	239	2024-04-05 19:42:00	29	30.3	16	\N
806	6	208	2024-04-05 19:47:00	22	20.2	33	dry
807	1	209	2024-04-05 19:54:00	39	41.8	100	dry
808	3	252	2024-04-05 20:11:00	29	29.1	58	dry
809	6	221	2024-04-05 21:33:00	22	20.9	32	dry
810	8	238	2024-04-05 21:59:00	46	50.7	22	dry
811	9	266	2024-04-06 06:31:00	34	37.8	56	dry
812	6	225	2024-04-06 08:28:00	22	21.4	35	dry
813	5	216	2024-04-06 10:31:00	70	73.6	10	rain
814	9	249	2024-04-06 15:45:00	34	37.6	73	snow
815	9	266	2024-04-06 20:58:00	34	36.4	26	rain
816	3	232	2024-04-06 21:09:00	29	28.6	10	\N
817	5	252	2024-04-07 05:29:00	70	70.5	91	dry
818	5	256	2024-04-07 08:14:00	70	68.2	31	rain
819	8	220	2024-04-07 08:29:00	46	46.8	29	snow
820	6	268	2024-04-07 08:45:00	22	22.3	70	rain
821	5	221	2024-04-07 11:16:00	70	73.0	42	rain
822	5	235	2024-04-07 11:23:00	70	70.3	80	rain
823	8	247	2024-04-07 12:03:00	46	43.4	23	rain
824	8	228	2024-04-07 13:53:00	46	47.3	21	dry
825	1	253	2024-04-07 17:47:00	39	41.2	42	rain
826	9	244	2024-04-07 19:22:00	34	35.4	1	\N
827	5	229	2024-04-07 21:08:00	70	70.6	\N	\N
828	6	250	2024-04-08 05:15:00	22	22.4	6	snow
829	9	235	2024-04-08 07:53:00	34	\N	\N	rain
830	6	267	2024-04-08 16:28:00	22	25.6	49	rain
831	2	203	2024-04-08 17:34:00	59	62.8	44	rain
832	1	229	2024-04-08 19:21:00	39	36.8	43	\N
833	6	252	2024-04-08 20:21:00	22	\N	\N	\N
834	8	215	2024-04-08 20:25:00	46	48.3	35	snow
835	9	223	2024-04-08 20:53:00	34	38.3	85	dry
836	8	260	2024-04-09 05:25:00	46	44.9	15	dry
837	3	223	2024-04-09 06:05:00	29	29.2	122	dry
838	9	270	2024-04-09 06:43:00	34	33.8	51	dry
839	1	204	2024-04-09 07:41:00	39	41.6	73	dry
840	1	266	2024-04-09 12:51:00	39	43.9	35	snow
841	9	249	2024-04-09 14:09:00	34	33.3	47	dry
842	5	257	2024-04-09 15:14:00	70	70.4	61	\N
843	6	207	2024-04-09 18:02:00	22	22.5	51	dry
844	5	264	2024-04-09 22:50:00	70	72.1	22	dry
845	9	216	2024-04-10 07:13:00	34	35.6	38	rain
846	3	231	2024-04-10 08:35:00	29	31.4	62	snow
847	3	269	2024-04-10 19:32:00	29	33.3	1	rain
848	5	218	2024-04-11 08:43:00	70	70.5	64	snow
849	8	265	2024-04-11 08:51:00	46	47.8	60	dry
850	6	201	2024-04-11 11:54:00	22	\N	\N	snow
851	6	219	2024-04-11 12:12:00	22	22.7	94	dry
852	3	218	2024-04-11 13:30:00	29	28.6	45	dry
853	8	202	2024-04-11 18:24:00	46	51.2	101	\N
854	9	211	2024-04-11 22:26:00	34	35.9	2	rain
855	1	201	2024-04-11 23:13:00	39	40.0	11	\N
856	1	233	2024-04-12 07:10:00	39	38.4	56	dry
857	6	243	2024-04-12 10:24:00	22	21.4	30	dry
858	6	262	2024-04-12 10:39:00	22	22.1	\N	dry
859	6	268	2024-04-12 14:38:00	22	23.5	52	snow
860	3	248	2024-04-12 16:04:00	29	28.0	\N	rain
861	2	266	2024-04-12 17:40:00	59	65.2	35	dry
862	9	226	2024-04-12 21:30:00	34	33.8	30	rain
863	6	260	2024-04-13 05:38:00	22	22.7	47	\N
864	3	258	2024-04-13 06:41:00	29	25.7	51	dry
865	2	234	2024-04-13 08:27:00	59	62.4	58	\N
866	8	257	2024-04-13 09:06:00	46	44.8	30	\N
867	1	266	2024-04-13 13:47:00	39	\N	\N	rain
868	6	249	2024-04-13 14:05:00	22	27.4	17	snow
869	5	239	2024-04-13 21:15:00	70	70.3	71	rain
870	5	214	2024-04-14 05:45:00	70	71.8	1	\N
871	5	229	2024-04-14 09:02:00	70	68.8	93	rain
872	8	202	2024-04-14 10:58:00	46	49.3	26	snow
873	8	233	2024-04-14 11:10:00	46	48.8	66	rain
874	9	215	2024-04-14 11:40:00	34	33.6	29	\N
875	9	212	2024-04-14 12:21:00	34	36.8	6	\N
876	1	255	2024-04-14 12:35:00	39	44.2	72	rain
877	8	203	2024-04-14 17:19:00	46	47.6	29	\N
878	2	207	2024-04-14 18:56:00	59	64.3	41	snow
879	2	261	2024-04-14 21:01:00	59	67.2	61	snow
880	5	243	2024-04-15 07:24:00	70	75.6	15	\N
881	8	256	2024-04-15 07:27:00	46	49.7	15	\N
882	5	230	2024-04-15 07:32:00	70	70.0	135	dry
883	2	265	2024-04-15 07:44:00	59	61.5	90	dry
884	5	267	2024-04-15 08:37:00	70	69.9	93	dry
885	2	240	2024-04-15 09:47:00	59	63.1	48	\N
886	3	232	2024-04-15 09:54:00	29	29.9	22	rain
887	6	260	2024-04-15 12:22:00	22	21.9	27	\N
888	8	247	2024-04-15 13:05:00	46	47.7	49	dry
889	5	270	2024-04-15 21:26:00	70	75.3	32	rain
890	6	239	2024-04-15 21:53:00	22	22.9	9	rain
891	3	219	2024-04-16 06:52:00	29	33.0	76	rain
892	6	224	2024-04-16 09:36:00	22	23.8	\N	snow
893	5	239	2024-04-16 11:46:00	70	71.7	74	rain
894	2	250	2024-04-16 16:38:00	59	60.4	105	\N
895	6	228	2024-04-16 22:22:00	22	23.2	19	\N
896	5	262	2024-04-17 05:10:00	70	70.7	13	dry
897	2	208	2024-04-17 07:28:00	59	63.7	\N	snow
898	1	202	2024-04-17 11:18:00	39	42.5	74	rain
899	2	269	2024-04-17 11:45:00	59	63.3	24	dry
900	3	201	2024-04-17 17:06:00	29	30.0	24	dry
901	1	250	2024-04-18 05:14:00	39	37.8	\N	\N
902	8	241	2024-04-18 06:13:00	46	47.4	75	\N
903	5	233	2024-04-18 06:38:00	70	70.9	89	rain
904	6	236	2024-04-18 10:27:00	22	\N	\N	dry
905	5	246	2024-04-18 10:44:00	70	69.9	\N	dry
906	8	235	2024-04-18 15:03:00	46	\N	\N	dry
907	5	269	2024-04-18 17:07:00	70	70.3	23	snow
908	3	224	2024-04-18 17:15:00	29	32.8	\N	rain
909	9	208	2024-04-18 19:16:00	34	34.1	9	rain
910	1	218	2024-04-18 19:33:00	39	41.0	60	dry
911	5	231	2024-04-18 19:37:00	70	76.1	36	dry
912	3	251	2024-04-18 22:42:00	29	26.8	27	dry
913	1	252	2024-04-18 23:43:00	39	43.5	70	snow
914	3	235	2024-04-19 06:09:00	29	29.6	55	rain
915	1	228	2024-04-19 07:05:00	39	40.6	5	rain
916	2	235	2024-04-19 08:19:00	59	63.0	62	snow
917	8	266	2024-04-19 12:41:00	46	50.7	39	rain
918	8	262	2024-04-19 17:50:00	46	46.0	83	dry
919	1	253	2024-04-19 20:16:00	39	42.9	23	rain
920	8	262	2024-04-19 20:24:00	46	49.1	10	rain
921	8	239	2024-04-19 20:44:00	46	47.3	81	\N
922	5	241	2024-04-19 21:38:00	70	74.6	14	snow
923	5	242	2024-04-19 22:01:00	70	75.6	15	snow
924	2	211	2024-04-20 13:18:00	59	63.8	17	dry
925	8	262	2024-04-20 14:22:00	46	46.5	\N	rain
926	9	270	2024-04-20 15:11:00	34	\N	\N	dry
927	3	211	2024-04-20 16:09:00	29	30.5	37	\N
928	8	221	2024-04-20 16:57:00	46	49.1	121	rain
929	6	212	2024-04-20 17:06:00	22	19.0	28	rain
930	2	235	2024-04-20 18:50:00	59	61.9	67	dry
931	1	223	2024-04-20 19:21:00	39	37.9	38	dry
932	9	223	2024-04-20 20:18:00	34	36.8	25	dry
933	9	255	2024-04-21 05:03:00	34	34.3	54	dry
934	3	240	2024-04-21 07:43:00	29	31.8	56	rain
935	1	226	2024-04-21 09:58:00	39	43.9	56	dry
936	3	218	2024-04-21 11:05:00	29	36.1	23	rain
937	3	224	2024-04-21 12:41:00	29	29.0	38	dry
938	2	247	2024-04-21 16:38:00	59	60.6	51	\N
939	9	212	2024-04-21 18:35:00	34	32.3	40	\N
940	1	269	2024-04-22 09:58:00	39	42.1	35	snow
941	3	222	2024-04-22 10:10:00	29	30.4	\N	dry
942	6	221	2024-04-22 19:42:00	22	22.7	32	rain
943	6	201	2024-04-22 20:32:00	22	\N	\N	dry
944	3	246	2024-04-22 21:06:00	29	31.4	45	snow
945	2	243	2024-04-22 21:57:00	59	59.9	6	dry
946	8	207	2024-04-22 22:00:00	46	51.6	1	snow
947	8	204	2024-04-22 22:45:00	46	49.3	35	rain
948	2	226	2024-04-23 06:52:00	59	63.0	95	dry
949	1	246	2024-04-23 10:23:00	39	41.4	60	\N
950	1	219	2024-04-23 11:02:00	39	39.6	0	dry
951	2	207	2024-04-23 12:37:00	59	\N	\N	snow
952	1	241	2024-04-23 14:50:00	39	38.9	\N	rain
953	5	264	2024-04-23 15:02:00	70	71.8	18	rain
954	5	229	2024-04-23 18:47:00	70	69.1	\N	rain
955	1	262	2024-04-23 20:47:00	39	40.6	28	dry
956	2	227	2024-04-23 20:58:00	59	59.5	10	rain
957	8	223	2024-04-23 20:59:00	46	47.9	36	\N
958	1	248	2024-04-23 21:04:00	39	39.1	38	dry
959	5	212	2024-04-23 21:35:00	70	71.9	34	dry
960	6	242	2024-04-24 05:27:00	22	21.0	49	rain
961	9	244	2024-04-24 06:42:00	34	37.0	\N	dry
962	9	253	2024-04-24 12:37:00	34	37.0	1	rain
963	6	253	2024-04-24 12:49:00	22	20.3	41	rain
964	2	244	2024-04-24 12:53:00	59	63.1	11	\N
965	1	243	2024-04-24 16:03:00	39	40.0	86	dry
966	8	257	2024-04-24 16:15:00	46	46.4	29	rain
967	6	206	2024-04-24 16:54:00	22	25.1	42	rain
968	3	251	2024-04-24 20:39:00	29	31.6	36	snow
969	6	258	2024-04-24 20:48:00	22	22.7	\N	dry
970	5	219	2024-04-24 23:25:00	70	74.5	54	snow
971	3	251	2024-04-25 05:37:00	29	25.7	8	dry
972	1	228	2024-04-25 08:47:00	39	40.5	26	rain
973	6	249	2024-04-25 11:29:00	22	19.8	26	rain
974	5	248	2024-04-25 14:31:00	70	70.7	\N	rain
975	3	248	2024-04-25 15:14:00	29	26.9	73	snow
976	5	210	2024-04-25 23:35:00	70	71.2	10	rain
977	6	231	2024-04-26 06:04:00	22	24.7	29	rain
978	1	266	2024-04-26 07:10:00	39	43.0	19	\N
979	6	212	2024-04-26 11:27:00	22	22.0	44	dry
980	1	221	2024-04-26 12:52:00	39	39.3	52	rain
981	5	268	2024-04-26 15:50:00	70	70.6	30	\N
982	8	218	2024-04-26 16:25:00	46	48.0	42	dry
983	2	238	2024-04-27 07:22:00	59	58.7	44	dry
984	6	267	2024-04-27 07:31:00	22	21.3	96	\N
985	2	208	2024-04-27 10:17:00	59	59.3	13	\N
986	9	247	2024-04-27 10:43:00	34	35.4	76	\N
987	3	216	2024-04-27 19:01:00	29	31.4	15	dry
988	3	264	2024-04-27 19:40:00	29	33.0	43	dry
989	1	219	2024-04-27 20:50:00	39	45.1	24	rain
990	1	212	2024-04-27 23:54:00	39	38.3	3	rain
991	2	257	2024-04-28 07:28:00	59	58.7	32	\N
992	3	215	2024-04-28 09:42:00	29	30.6	35	rain
993	5	266	2024-04-28 09:43:00	70	72.7	15	dry
994	8	225	2024-04-28 13:07:00	46	46.9	7	\N
995	2	236	2024-04-28 16:19:00	59	62.2	16	rain
996	5	244	2024-04-28 22:00:00	70	73.6	21	rain
997	2	253	2024-04-28 22:08:00	59	60.7	\N	dry
998	3	265	2024-04-28 22:32:00	29	30.4	32	dry
999	3	252	2024-04-28 23:34:00	29	28.8	26	dry
1000	3	262	2024-04-29 05:55:00	29	29.2	24	dry
1001	1	230	2024-04-29 06:47:00	39	37.1	122	dry
1002	3	215	2024-04-29 13:29:00	29	31.4	1	\N
1003	1	250	2024-04-29 17:03:00	39	38.8	58	dry
1004	8	251	2024-04-29 18:31:00	46	47.3	52	snow
1005	9	269	2024-04-29 19:10:00	34	35.1	32	snow
1006	2	229	2024-04-30 05:10:00	59	61.6	27	dry
1007	8	267	2024-04-30 08:00:00	46	48.7	85	dry
1008	2	248	2024-04-30 15:22:00	59	64.7	75	snow
1009	1	244	2024-04-30 21:43:00	39	37.7	48	dry
1010	3	270	2024-04-30 22:04:00	29	29.1	33	rain
1011	6	241	2024-04-30 23:11:00	22	26.4	36	snow
1012	9	209	2024-05-01 07:56:00	34	\N	\N	rain
1013	2	221	2024-05-01 08:29:00	59	59.6	102	rain
1014	1	234	2024-05-01 09:26:00	39	35.4	57	dry
1015	5	242	2024-05-01 09:32:00	70	69.5	41	rain
1016	9	215	2024-05-01 09:48:00	34	36.5	37	dry
1017	5	257	2024-05-01 11:26:00	70	69.8	5	dry
1018	3	258	2024-05-01 13:17:00	29	30.4	6	dry
1019	8	260	2024-05-01 17:05:00	46	46.7	62	\N
1020	6	253	2024-05-01 19:35:00	22	23.0	22	dry
1021	8	212	2024-05-01 21:09:00	46	48.5	30	dry
1022	1	208	2024-05-01 22:01:00	39	40.9	0	snow
1023	1	244	2024-05-01 22:49:00	39	39.6	45	dry
1024	9	210	2024-05-01 23:53:00	34	30.5	54	dry
1025	2	208	2024-05-02 06:31:00	59	61.0	\N	snow
1026	8	234	2024-05-02 06:56:00	46	49.2	2	\N
1027	5	228	2024-05-02 07:29:00	70	72.5	43	dry
1028	1	268	2024-05-02 13:41:00	39	43.4	32	snow
1029	5	222	2024-05-02 14:19:00	70	69.2	21	rain
1030	8	225	2024-05-02 19:47:00	46	45.5	64	dry
1031	5	226	2024-05-02 22:48:00	70	\N	\N	dry
1032	6	244	2024-05-03 05:39:00	22	24.9	20	snow
1033	9	255	2024-05-03 11:54:00	34	34.8	20	\N
1034	5	252	2024-05-03 14:11:00	70	70.2	6	dry
1035	8	253	2024-05-03 15:35:00	46	48.6	51	\N
1036	3	232	2024-05-03 22:33:00	29	30.6	18	rain
1037	6	204	2024-05-04 06:26:00	22	22.7	49	dry
1038	5	227	2024-05-04 07:51:00	70	69.6	55	dry
1039	5	242	2024-05-04 11:35:00	70	73.0	52	snow
1040	8	203	2024-05-04 13:06:00	46	46.7	4	dry
1041	8	248	2024-05-05 11:35:00	46	\N	\N	dry
1042	6	219	2024-05-05 11:56:00	22	25.6	\N	rain
1043	8	267	2024-05-05 13:52:00	46	49.1	\N	dry
1044	3	233	2024-05-05 15:36:00	29	28.9	34	dry
1045	6	248	2024-05-05 18:32:00	22	21.9	88	snow
1046	9	203	2024-05-06 13:38:00	34	35.1	37	dry
1047	1	255	2024-05-06 15:29:00	39	39.3	22	dry
1048	5	211	2024-05-06 16:42:00	70	72.2	75	rain
1049	6	225	2024-05-06 19:02:00	22	22.7	2	dry
1050	5	226	2024-05-07 11:09:00	70	69.5	66	dry
1051	6	230	2024-05-07 12:11:00	22	21.1	11	\N
1052	5	242	2024-05-07 13:54:00	70	76.7	7	snow
1053	8	270	2024-05-07 15:34:00	46	51.2	73	rain
1054	2	234	2024-05-07 16:34:00	59	61.9	29	rain
1055	9	218	2024-05-07 20:30:00	34	31.0	52	dry
1056	1	212	2024-05-07 22:12:00	39	38.4	17	dry
1057	5	230	2024-05-08 05:10:00	70	73.1	8	snow
1058	9	252	2024-05-08 05:28:00	34	34.9	44	rain
1059	8	214	2024-05-08 06:55:00	46	49.9	53	\N
1060	6	226	2024-05-08 07:36:00	22	22.4	59	snow
1061	9	208	2024-05-08 08:04:00	34	34.9	57	dry
1062	2	265	2024-05-08 10:57:00	59	60.2	11	dry
1063	9	233	2024-05-08 13:54:00	34	39.2	9	snow
1064	6	255	2024-05-08 16:53:00	22	23.9	63	rain
1065	2	267	2024-05-08 18:23:00	59	64.4	70	dry
1066	1	255	2024-05-08 21:36:00	39	41.6	\N	dry
1067	9	235	2024-05-08 22:56:00	34	38.6	42	snow
1068	6	232	2024-05-08 23:51:00	22	24.2	7	snow
1069	2	238	2024-05-09 12:38:00	59	63.7	18	rain
1070	1	229	2024-05-09 15:37:00	39	42.9	30	snow
1071	1	221	2024-05-09 18:13:00	39	41.1	29	dry
1072	5	201	2024-05-09 18:29:00	70	73.6	4	rain
1073	1	249	2024-05-09 19:49:00	39	43.4	16	rain
1074	2	227	2024-05-09 22:36:00	59	61.5	61	\N
1075	9	270	2024-05-09 22:51:00	34	33.2	25	rain
1076	6	264	2024-05-10 05:47:00	22	20.9	\N	rain
1077	1	265	2024-05-10 06:29:00	39	40.5	33	rain
1078	9	266	2024-05-10 10:17:00	34	39.5	30	rain
1079	9	251	2024-05-10 12:46:00	34	32.6	2	dry
1080	5	237	2024-05-10 13:50:00	70	70.7	13	rain
1081	9	246	2024-05-10 14:24:00	34	38.8	19	snow
1082	3	252	2024-05-10 15:18:00	29	28.7	98	dry
1083	2	264	2024-05-10 15:34:00	59	62.6	47	\N
1084	6	216	2024-05-10 15:49:00	22	24.7	38	dry
1085	2	220	2024-05-10 16:15:00	59	58.2	51	rain
1086	8	235	2024-05-10 19:21:00	46	48.5	69	rain
1087	8	228	2024-05-10 20:15:00	46	46.6	5	dry
1088	8	244	2024-05-11 13:09:00	46	50.6	33	dry
1089	9	224	2024-05-11 15:44:00	34	35.8	60	rain
1090	9	270	2024-05-11 17:26:00	34	37.1	19	rain
1091	5	262	2024-05-12 05:10:00	70	71.2	13	dry
1092	9	253	2024-05-12 05:15:00	34	39.5	40	snow
1093	3	260	2024-05-12 05:43:00	29	29.2	23	snow
1094	9	243	2024-05-12 09:43:00	34	36.0	80	\N
1095	3	237	2024-05-12 10:42:00	29	33.7	18	snow
1096	2	230	2024-05-12 15:08:00	59	63.8	104	rain
1097	6	239	2024-05-12 15:58:00	22	24.8	23	rain
1098	9	264	2024-05-12 16:03:00	34	34.4	52	dry
1099	5	206	2024-05-12 20:35:00	70	\N	\N	dry
1100	8	215	2024-05-13 06:02:00	46	44.6	82	dry
1101	5	202	2024-05-13 08:00:00	70	71.6	\N	dry
1102	8	214	2024-05-13 08:47:00	46	47.9	55	rain
1103	1	227	2024-05-13 10:08:00	39	\N	\N	dry
1104	3	269	2024-05-13 10:54:00	29	31.4	29	snow
1105	5	250	2024-05-13 15:24:00	70	74.7	50	snow
1106	1	265	2024-05-13 20:53:00	39	42.6	50	snow
1107	5	231	2024-05-13 21:11:00	70	69.4	27	dry
1108	5	256	2024-05-13 22:14:00	70	\N	\N	dry
1109	9	253	2024-05-13 22:37:00	34	36.9	16	dry
1110	9	261	2024-05-14 08:41:00	34	39.7	5	snow
1111	8	228	2024-05-14 09:42:00	46	45.7	39	\N
1112	3	233	2024-05-14 14:39:00	29	30.4	19	snow
1113	3	262	2024-05-14 22:23:00	29	28.8	\N	rain
1114	3	224	2024-05-15 10:22:00	29	28.1	20	dry
1115	6	227	2024-05-15 12:04:00	22	23.5	43	dry
1116	8	208	2024-05-15 14:05:00	46	48.1	42	snow
1117	8	257	2024-05-15 14:42:00	46	47.0	\N	\N
1118	5	209	2024-05-15 15:19:00	70	69.6	40	dry
1119	9	234	2024-05-15 19:11:00	34	37.7	20	rain
1120	2	228	2024-05-15 19:45:00	59	62.4	33	rain
1121	5	256	2024-05-15 20:23:00	70	69.2	0	dry
1122	2	239	2024-05-16 05:00:00	59	63.0	40	rain
1123	3	225	2024-05-16 05:04:00	29	29.3	30	rain
1124	8	211	2024-05-16 05:47:00	46	48.9	30	rain
1125	8	208	2024-05-16 06:46:00	46	48.5	63	\N
1126	2	253	2024-05-16 07:30:00	59	60.4	56	dry
1127	3	262	2024-05-16 08:59:00	29	29.1	78	rain
1128	6	265	2024-05-16 12:12:00	22	21.0	6	dry
1129	8	265	2024-05-16 14:20:00	46	47.6	65	rain
1130	8	246	2024-05-16 17:09:00	46	47.5	47	rain
1131	1	224	2024-05-16 19:47:00	39	42.6	45	snow
1132	1	232	2024-05-16 23:51:00	39	44.2	21	snow
1133	8	228	2024-05-17 06:50:00	46	\N	\N	rain
1134	9	208	2024-05-17 10:37:00	34	\N	\N	\N
1135	9	215	2024-05-17 12:14:00	34	34.5	\N	dry
1136	9	268	2024-05-17 12:21:00	34	33.5	68	dry
1137	6	256	2024-05-17 13:24:00	22	21.8	39	dry
1138	5	220	2024-05-17 14:47:00	70	73.0	20	\N
1139	2	226	2024-05-17 19:08:00	59	59.8	43	\N
1140	9	209	2024-05-17 22:32:00	34	36.6	81	snow
1141	1	262	2024-05-17 22:49:00	39	38.5	16	dry
1142	5	260	2024-05-17 23:29:00	70	68.9	19	dry
1143	8	248	2024-05-17 23:36:00	46	50.3	65	rain
1144	5	237	2024-05-17 23:37:00	70	70.6	46	dry
1145	2	257	2024-05-18 05:23:00	59	67.3	17	snow
1146	5	268	2024-05-18 10:20:00	70	73.5	16	snow
1147	6	223	2024-05-18 10:41:00	22	21.4	17	rain
1148	6	269	2024-05-18 13:56:00	22	26.7	20	snow
1149	5	264	2024-05-18 14:18:00	70	67.7	59	dry
1150	3	252	2024-05-18 16:09:00	29	29.3	46	dry
1151	3	211	2024-05-18 17:46:00	29	28.2	119	dry
1152	9	254	2024-05-18 21:47:00	34	37.0	51	rain
1153	6	270	2024-05-19 09:32:00	22	22.9	61	dry
1154	2	254	2024-05-19 13:31:00	59	\N	\N	rain
1155	1	222	2024-05-19 15:03:00	39	42.5	80	dry
1156	5	238	2024-05-19 17:47:00	70	70.1	20	dry
1157	1	234	2024-05-19 18:52:00	39	38.5	17	rain
1158	6	260	2024-05-19 19:09:00	22	22.3	48	\N
1159	3	227	2024-05-19 19:42:00	29	27.7	9	dry
1160	8	243	2024-05-19 20:06:00	46	47.7	60	rain
1161	3	222	2024-05-19 20:53:00	29	30.0	10	dry
1162	6	235	2024-05-19 21:27:00	22	20.7	76	\N
1163	8	251	2024-05-19 22:37:00	46	45.6	32	\N
1164	2	255	2024-05-19 23:13:00	59	66.3	53	snow
1165	9	233	2024-05-20 07:06:00	34	37.7	83	rain
1166	1	265	2024-05-20 11:12:00	39	45.0	33	rain
1167	3	229	2024-05-20 11:31:00	29	30.6	68	snow
1168	9	231	2024-05-20 11:47:00	34	34.3	25	dry
1169	8	243	2024-05-20 17:44:00	46	49.7	92	rain
1170	5	239	2024-05-20 19:02:00	70	72.4	44	snow
1171	6	208	2024-05-20 20:21:00	22	23.8	19	rain
1172	1	237	2024-05-21 08:39:00	39	40.8	65	dry
1173	8	262	2024-05-21 09:34:00	46	50.5	8	\N
1174	8	250	2024-05-21 10:31:00	46	43.7	44	\N
1175	9	240	2024-05-21 10:54:00	34	36.9	22	rain
1176	3	210	2024-05-21 11:10:00	29	\N	\N	dry
1177	6	262	2024-05-21 13:13:00	22	20.3	33	rain
1178	2	202	2024-05-21 16:09:00	59	60.8	97	dry
1179	9	221	2024-05-21 19:24:00	34	40.7	25	snow
1180	6	243	2024-05-21 20:50:00	22	22.3	80	dry
1181	3	256	2024-05-21 23:04:00	29	30.8	30	dry
1182	2	223	2024-05-22 09:31:00	59	60.7	73	snow
1183	1	233	2024-05-22 11:17:00	39	42.4	82	snow
1184	6	265	2024-05-22 13:52:00	22	22.9	53	dry
1185	8	219	2024-05-22 15:46:00	46	50.0	62	snow
1186	9	253	2024-05-22 16:09:00	34	34.6	60	snow
1187	3	230	2024-05-22 18:19:00	29	30.2	68	dry
1188	8	222	2024-05-22 18:50:00	46	48.5	\N	rain
1189	2	252	2024-05-22 19:55:00	59	60.5	65	\N
1190	1	246	2024-05-22 19:57:00	39	40.6	53	dry
1191	1	254	2024-05-22 22:59:00	39	40.1	18	rain
1192	5	248	2024-05-23 07:32:00	70	74.0	\N	dry
1193	8	253	2024-05-23 13:48:00	46	47.1	64	snow
1194	8	250	2024-05-23 14:13:00	46	53.7	43	dry
1195	9	251	2024-05-23 15:05:00	34	36.3	83	\N
1196	8	255	2024-05-23 15:52:00	46	48.2	\N	dry
1197	3	264	2024-05-23 22:38:00	29	25.1	26	dry
1198	5	231	2024-05-24 08:29:00	70	69.1	37	rain
1199	5	268	2024-05-24 09:57:00	70	73.6	96	dry
1200	3	239	2024-05-24 10:03:00	29	\N	\N	rain
1201	9	226	2024-05-24 12:52:00	34	33.3	36	dry
1202	1	261	2024-05-24 17:22:00	39	39.8	59	dry
1203	1	254	2024-05-24 20:19:00	39	36.6	18	dry
1204	9	258	2024-05-24 21:18:00	34	36.9	8	dry
1205	8	224	2024-05-25 05:06:00	46	46.0	43	\N
1206	2	251	2024-05-25 05:10:00	59	\N	\N	\N
1207	5	231	2024-05-25 10:34:00	70	70.0	11	snow
1208	2	248	2024-05-25 11:12:00	59	62.4	\N	dry
1209	8	220	2024-05-25 12:46:00	46	\N	\N	\N
1210	1	267	2024-05-25 13:32:00	39	42.5	82	rain
1211	1	225	2024-05-25 14:25:00	39	40.7	38	rain
1212	9	268	2024-05-25 14:29:00	34	33.5	64	dry
1213	8	265	2024-05-25 15:43:00	46	47.4	37	\N
1214	2	201	2024-05-25 21:16:00	59	62.8	34	snow
1215	9	240	2024-05-26 06:08:00	34	37.6	\N	snow
1216	5	267	2024-05-26 18:10:00	70	69.9	73	dry
1217	8	240	2024-05-26 21:37:00	46	50.5	49	snow
1218	5	244	2024-05-26 23:51:00	70	72.6	35	dry
1219	5	229	2024-05-27 05:21:00	70	74.1	38	snow
1220	9	239	2024-05-27 07:40:00	34	37.1	77	snow
1221	8	234	2024-05-27 12:28:00	46	50.3	41	snow
1222	6	262	2024-05-27 15:28:00	22	24.5	\N	snow
1223	6	262	2024-05-27 15:40:00	22	25.0	44	rain
1224	1	224	2024-05-27 17:55:00	39	39.9	108	rain
1225	9	219	2024-05-27 20:19:00	34	35.9	25	dry
1226	5	220	2024-05-27 20:34:00	70	69.7	30	rain
1227	9	269	2024-05-28 05:30:00	34	37.6	10	snow
1228	8	203	2024-05-28 07:26:00	46	49.5	2	\N
1229	9	270	2024-05-28 09:37:00	34	32.4	59	snow
1230	3	232	2024-05-28 12:54:00	29	33.1	15	rain
1231	2	261	2024-05-28 13:14:00	59	\N	\N	rain
1232	6	225	2024-05-28 13:55:00	22	20.5	46	\N
1233	9	209	2024-05-28 16:22:00	34	37.4	71	snow
1234	6	240	2024-05-28 17:49:00	22	21.0	73	dry
1235	9	203	2024-05-28 18:25:00	34	33.3	30	dry
1236	1	251	2024-05-28 18:35:00	39	40.1	45	rain
1237	8	266	2024-05-28 19:16:00	46	48.3	26	rain
1238	3	216	2024-05-28 19:36:00	29	30.0	15	rain
1239	9	240	2024-05-29 07:13:00	34	38.7	43	rain
1240	3	239	2024-05-29 07:43:00	29	32.1	56	rain
1241	9	264	2024-05-29 11:06:00	34	37.8	70	\N
1242	6	241	2024-05-29 11:15:00	22	24.4	\N	dry
1243	6	229	2024-05-29 12:16:00	22	24.6	84	rain
1244	3	212	2024-05-29 14:24:00	29	28.7	10	dry
1245	6	223	2024-05-29 14:52:00	22	22.4	28	\N
1246	2	242	2024-05-29 17:17:00	59	61.0	34	\N
1247	1	231	2024-05-30 12:25:00	39	40.4	39	\N
1248	5	220	2024-05-30 14:27:00	70	70.2	21	dry
1249	6	248	2024-05-30 14:59:00	22	22.6	89	\N
1250	2	225	2024-05-30 20:25:00	59	60.0	55	rain
1251	6	247	2024-05-30 20:56:00	22	24.7	28	snow
1252	1	216	2024-05-30 21:30:00	39	41.3	29	dry
1253	2	207	2024-05-31 08:20:00	59	57.8	44	dry
1254	1	215	2024-05-31 13:37:00	39	34.8	65	\N
1255	1	264	2024-06-01 06:40:00	39	37.3	7	dry
1256	5	235	2024-06-01 08:10:00	70	72.3	\N	snow
1257	6	211	2024-06-01 10:24:00	22	24.5	44	rain
1258	9	234	2024-06-01 13:22:00	34	38.0	62	snow
1259	8	265	2024-06-01 14:04:00	46	51.1	\N	snow
1260	3	269	2024-06-01 18:02:00	29	29.6	15	dry
1261	9	223	2024-06-01 19:18:00	34	\N	\N	rain
1262	5	229	2024-06-01 22:22:00	70	70.8	40	dry
1263	1	243	2024-06-02 14:07:00	39	41.4	16	\N
1264	9	224	2024-06-02 17:01:00	34	38.1	23	rain
1265	9	257	2024-06-02 17:16:00	34	36.0	47	rain
1266	5	207	2024-06-02 18:08:00	70	71.0	39	rain
1267	3	208	2024-06-02 18:46:00	29	24.4	62	dry
1268	2	249	2024-06-02 18:54:00	59	63.3	22	dry
1269	5	218	2024-06-02 19:50:00	70	71.8	\N	rain
1270	5	269	2024-06-02 20:01:00	70	70.7	15	rain
1271	6	252	2024-06-02 22:42:00	22	23.0	\N	snow
1272	9	232	2024-06-03 07:00:00	34	41.1	28	snow
1273	5	236	2024-06-03 07:40:00	70	73.9	\N	\N
1274	2	260	2024-06-03 12:16:00	59	61.5	10	snow
1275	9	242	2024-06-03 13:48:00	34	37.0	58	snow
1276	5	227	2024-06-03 18:35:00	70	71.9	31	dry
1277	5	241	2024-06-04 07:25:00	70	68.3	60	\N
1278	8	208	2024-06-04 09:06:00	46	46.3	26	dry
1279	6	227	2024-06-04 12:28:00	22	\N	\N	rain
1280	1	269	2024-06-04 12:52:00	39	41.3	3	snow
1281	8	253	2024-06-04 15:17:00	46	52.1	52	rain
1282	3	216	2024-06-04 19:52:00	29	32.1	15	dry
1283	2	238	2024-06-05 05:11:00	59	62.4	18	dry
1284	1	254	2024-06-05 06:41:00	39	37.8	34	dry
1285	3	231	2024-06-05 09:20:00	29	29.2	40	dry
1286	5	212	2024-06-05 13:02:00	70	71.4	25	snow
1287	2	243	2024-06-05 17:31:00	59	63.9	92	rain
1288	2	226	2024-06-05 21:42:00	59	65.1	59	\N
1289	9	206	2024-06-05 22:25:00	34	34.7	30	dry
1290	6	220	2024-06-06 09:45:00	22	27.7	35	snow
1291	6	254	2024-06-06 10:55:00	22	23.4	52	rain
1292	5	251	2024-06-06 14:52:00	70	68.8	73	dry
1293	3	216	2024-06-06 16:31:00	29	\N	\N	rain
1294	3	236	2024-06-06 21:08:00	29	29.3	64	dry
1295	8	238	2024-06-07 06:38:00	46	50.9	31	snow
1296	9	210	2024-06-07 07:38:00	34	37.4	89	snow
1297	2	232	2024-06-07 09:34:00	59	62.3	23	rain
1298	1	218	2024-06-07 13:40:00	39	37.3	57	rain
1299	2	267	2024-06-07 16:46:00	59	\N	\N	dry
1300	6	219	2024-06-07 18:15:00	22	22.2	\N	dry
1301	9	233	2024-06-07 19:21:00	34	34.9	12	\N
1302	9	237	2024-06-07 20:55:00	34	34.5	32	snow
1303	6	226	2024-06-08 06:21:00	22	26.5	43	rain
1304	1	270	2024-06-08 06:47:00	39	41.8	75	rain
1305	2	266	2024-06-08 11:11:00	59	60.2	48	dry
1306	5	207	2024-06-08 12:48:00	70	70.2	35	rain
1307	9	219	2024-06-08 13:08:00	34	31.7	50	dry
1308	9	228	2024-06-08 15:02:00	34	37.0	26	rain
1309	2	255	2024-06-08 15:18:00	59	63.6	73	rain
1310	3	256	2024-06-08 15:32:00	29	32.1	84	snow
1311	5	238	2024-06-08 15:37:00	70	70.9	58	rain
1312	9	202	2024-06-08 15:57:00	34	39.3	40	snow
1313	8	248	2024-06-08 18:56:00	46	46.8	18	dry
1314	5	218	2024-06-08 22:05:00	70	70.1	\N	dry
1315	8	251	2024-06-09 05:43:00	46	46.4	9	dry
1316	5	244	2024-06-09 08:40:00	70	72.0	\N	rain
1317	8	254	2024-06-09 09:18:00	46	48.8	32	\N
1318	5	249	2024-06-09 10:06:00	70	68.0	54	rain
1319	3	207	2024-06-09 10:52:00	29	28.5	1	snow
1320	8	204	2024-06-09 12:22:00	46	53.9	33	snow
1321	9	218	2024-06-09 12:34:00	34	36.0	12	dry
1322	6	214	2024-06-09 14:43:00	22	19.4	41	dry
1323	2	269	2024-06-09 15:36:00	59	59.7	36	rain
1324	8	202	2024-06-09 17:49:00	46	48.7	53	dry
1325	2	231	2024-06-09 18:57:00	59	60.8	23	dry
1326	1	201	2024-06-09 21:09:00	39	41.9	11	dry
1327	8	248	2024-06-09 21:19:00	46	48.5	81	rain
1328	5	203	2024-06-09 21:35:00	70	75.6	6	rain
1329	9	242	2024-06-09 22:29:00	34	\N	\N	snow
1330	5	270	2024-06-09 23:19:00	70	70.8	20	snow
1331	3	262	2024-06-10 06:21:00	29	28.9	47	dry
1332	8	223	2024-06-10 07:50:00	46	45.7	42	rain
1333	5	239	2024-06-10 11:19:00	70	73.2	53	snow
1334	1	246	2024-06-10 16:20:00	39	40.4	21	snow
1335	9	247	2024-06-10 17:55:00	34	34.0	66	dry
1336	6	212	2024-06-10 18:44:00	22	23.0	30	rain
1337	1	220	2024-06-10 23:19:00	39	40.9	6	rain
1338	9	256	2024-06-11 05:18:00	34	35.7	87	dry
1339	9	253	2024-06-11 06:28:00	34	35.4	20	dry
1340	8	237	2024-06-11 11:05:00	46	51.4	61	dry
1341	5	202	2024-06-11 12:07:00	70	73.3	45	\N
1342	6	239	2024-06-11 16:27:00	22	24.2	\N	rain
1343	8	230	2024-06-11 17:49:00	46	49.6	87	rain
1344	5	237	2024-06-11 18:13:00	70	70.3	42	dry
1345	9	247	2024-06-11 19:15:00	34	36.8	56	snow
1346	8	204	2024-06-11 19:57:00	46	48.9	45	rain
1347	1	268	2024-06-11 22:14:00	39	39.7	\N	dry
1348	8	238	2024-06-11 22:45:00	46	49.3	45	dry
1349	6	250	2024-06-12 05:15:00	22	22.8	32	rain
1350	1	222	2024-06-12 06:00:00	39	40.3	24	snow
1351	2	212	2024-06-12 08:19:00	59	62.8	21	\N
1352	2	248	2024-06-12 15:20:00	59	65.1	16	snow
1353	3	206	2024-06-12 15:30:00	29	31.3	\N	rain
1354	3	254	2024-06-12 16:14:00	29	30.4	15	snow
1355	5	244	2024-06-12 17:03:00	70	70.6	43	\N
1356	9	208	2024-06-12 17:46:00	34	34.9	31	\N
1357	5	268	2024-06-12 19:18:00	70	\N	\N	dry
1358	6	211	2024-06-12 21:25:00	22	24.3	0	rain
1359	8	258	2024-06-13 10:19:00	46	47.0	59	rain
1360	6	223	2024-06-13 14:36:00	22	25.1	89	rain
1361	1	218	2024-06-13 16:49:00	39	42.9	64	rain
1362	1	268	2024-06-13 19:22:00	39	41.3	35	dry
1363	3	250	2024-06-13 21:20:00	29	32.9	54	rain
1364	5	207	2024-06-13 22:02:00	70	71.3	7	dry
1365	9	244	2024-06-13 22:44:00	34	39.0	\N	dry
1366	1	270	2024-06-14 05:14:00	39	39.1	30	rain
1367	2	248	2024-06-14 07:24:00	59	59.9	48	\N
1368	3	244	2024-06-14 09:56:00	29	32.6	33	dry
1369	3	255	2024-06-14 12:25:00	29	31.7	37	\N
1370	3	219	2024-06-14 13:15:00	29	29.0	40	dry
1371	5	258	2024-06-14 17:23:00	70	76.3	28	snow
1372	9	255	2024-06-14 18:06:00	34	33.6	44	dry
1373	2	238	2024-06-14 20:24:00	59	61.0	23	dry
1374	1	224	2024-06-14 20:37:00	39	38.6	18	rain
1375	3	223	2024-06-14 22:55:00	29	35.1	35	snow
1376	5	233	2024-06-15 07:09:00	70	74.7	45	rain
1377	3	201	2024-06-15 10:11:00	29	32.8	15	rain
1378	6	247	2024-06-15 12:24:00	22	26.3	45	snow
1379	2	210	2024-06-15 16:49:00	59	64.0	21	snow
1380	5	265	2024-06-15 17:22:00	70	73.9	47	rain
1381	5	222	2024-06-16 08:52:00	70	69.8	38	snow
1382	5	264	2024-06-16 09:53:00	70	71.1	56	rain
1383	3	201	2024-06-16 12:04:00	29	30.9	5	dry
1384	9	202	2024-06-16 18:29:00	34	35.0	120	\N
1385	6	251	2024-06-16 21:46:00	22	23.0	14	dry
1386	3	228	2024-06-16 22:46:00	29	33.1	5	rain
1387	6	220	2024-06-16 23:38:00	22	22.4	19	dry
1388	9	242	2024-06-17 06:21:00	34	35.6	56	dry
1389	5	208	2024-06-17 07:52:00	70	72.3	69	snow
1390	5	230	2024-06-17 08:24:00	70	68.8	46	rain
1391	9	243	2024-06-17 10:54:00	34	40.4	40	dry
1392	9	225	2024-06-17 14:37:00	34	39.4	53	dry
1393	6	220	2024-06-17 15:31:00	22	22.9	44	snow
1394	6	244	2024-06-17 18:30:00	22	20.6	45	rain
1395	8	214	2024-06-17 18:57:00	46	47.7	56	dry
1396	2	205	2024-06-17 19:17:00	59	62.5	56	rain
1397	1	247	2024-06-17 20:25:00	39	38.2	55	dry
1398	2	209	2024-06-17 22:57:00	59	61.4	44	rain
1399	9	243	2024-06-17 23:56:00	34	34.8	4	rain
1400	1	205	2024-06-18 05:44:00	39	39.2	\N	\N
1401	2	215	2024-06-18 08:23:00	59	61.4	\N	\N
1402	6	270	2024-06-18 12:54:00	22	21.3	8	dry
1403	2	231	2024-06-18 13:12:00	59	59.5	59	dry
1404	3	207	2024-06-18 14:55:00	29	28.0	24	dry
1405	3	206	2024-06-18 15:31:00	29	26.4	32	\N
1406	2	241	2024-06-18 16:00:00	59	64.5	95	snow
1407	3	231	2024-06-18 18:39:00	29	28.5	101	rain
1408	6	266	2024-06-18 22:02:00	22	24.5	40	rain
1409	6	212	2024-06-18 22:22:00	22	22.0	27	rain
1410	5	264	2024-06-19 09:04:00	70	71.3	22	dry
1411	9	240	2024-06-19 09:26:00	34	39.3	85	rain
1412	6	218	2024-06-19 13:26:00	22	23.0	32	rain
1413	8	260	2024-06-19 16:01:00	46	\N	\N	dry
1414	5	227	2024-06-19 17:03:00	70	66.6	56	\N
1415	1	251	2024-06-19 18:26:00	39	41.2	73	snow
1416	9	261	2024-06-19 19:42:00	34	35.4	32	\N
1417	8	233	2024-06-19 20:07:00	46	47.0	46	rain
1418	9	220	2024-06-19 20:24:00	34	34.3	18	snow
1419	6	221	2024-06-20 06:02:00	22	24.1	91	dry
1420	2	258	2024-06-20 08:59:00	59	61.9	75	rain
1421	3	267	2024-06-20 09:15:00	29	35.9	97	snow
1422	2	212	2024-06-20 13:11:00	59	64.3	33	dry
1423	2	257	2024-06-20 15:54:00	59	62.1	21	dry
1424	1	206	2024-06-20 23:37:00	39	41.3	38	dry
1425	3	220	2024-06-20 23:55:00	29	27.0	14	dry
1426	5	207	2024-06-21 05:18:00	70	75.3	\N	snow
1427	1	244	2024-06-21 06:25:00	39	40.4	69	rain
1428	2	224	2024-06-21 08:56:00	59	57.3	\N	\N
1429	1	260	2024-06-21 19:28:00	39	42.2	92	\N
1430	6	262	2024-06-21 19:44:00	22	23.1	26	rain
1431	3	206	2024-06-21 19:47:00	29	\N	\N	dry
1432	6	212	2024-06-21 21:46:00	22	21.5	4	rain
1433	6	201	2024-06-22 10:46:00	22	26.8	20	rain
1434	8	219	2024-06-22 13:20:00	46	50.7	39	snow
1435	5	244	2024-06-22 14:14:00	70	\N	\N	\N
1436	9	233	2024-06-22 16:41:00	34	37.1	156	rain
1437	5	225	2024-06-22 16:48:00	70	70.7	36	snow
1438	6	225	2024-06-22 17:48:00	22	23.8	79	dry
1439	9	249	2024-06-22 19:44:00	34	35.0	23	\N
1440	6	255	2024-06-22 21:16:00	22	22.0	39	\N
1441	6	214	2024-06-22 22:14:00	22	24.7	37	dry
1442	8	261	2024-06-22 22:45:00	46	47.6	60	rain
1443	3	209	2024-06-23 05:23:00	29	29.7	34	dry
1444	1	267	2024-06-23 08:10:00	39	41.0	46	\N
1445	1	214	2024-06-23 08:27:00	39	\N	\N	rain
1446	8	258	2024-06-23 09:08:00	46	49.5	53	\N
1447	1	212	2024-06-23 10:48:00	39	42.1	18	rain
1448	5	261	2024-06-23 12:09:00	70	72.6	\N	snow
1449	2	224	2024-06-23 13:13:00	59	60.9	28	dry
1450	9	255	2024-06-23 18:17:00	34	33.6	43	rain
1451	6	248	2024-06-23 21:28:00	22	20.9	27	rain
1452	1	253	2024-06-24 14:12:00	39	39.3	42	rain
1453	9	266	2024-06-24 15:46:00	34	36.5	65	rain
1454	9	224	2024-06-24 20:10:00	34	34.0	9	\N
1455	8	221	2024-06-24 21:21:00	46	53.6	55	snow
1456	1	219	2024-06-25 06:41:00	39	36.9	82	rain
1457	5	255	2024-06-25 07:44:00	70	69.0	75	dry
1458	8	249	2024-06-25 10:17:00	46	47.3	40	dry
1459	5	239	2024-06-25 13:30:00	70	73.9	38	rain
1460	2	267	2024-06-25 16:19:00	59	61.2	64	snow
1461	8	205	2024-06-25 17:03:00	46	50.0	22	\N
1462	1	253	2024-06-26 09:51:00	39	37.0	30	rain
1463	9	251	2024-06-26 11:26:00	34	33.4	\N	rain
1464	6	252	2024-06-26 11:56:00	22	24.6	36	snow
1465	8	218	2024-06-26 19:20:00	46	51.5	1	dry
1466	9	232	2024-06-26 21:02:00	34	38.0	27	snow
1467	2	266	2024-06-26 21:39:00	59	67.4	27	rain
1468	3	246	2024-06-27 05:11:00	29	26.1	15	dry
1469	9	232	2024-06-27 08:49:00	34	34.1	0	\N
1470	1	265	2024-06-27 09:15:00	39	37.7	31	\N
1471	3	222	2024-06-27 11:33:00	29	27.7	53	dry
1472	5	221	2024-06-27 12:17:00	70	70.4	41	snow
1473	2	255	2024-06-27 16:25:00	59	62.2	24	dry
1474	6	266	2024-06-27 19:39:00	22	25.2	35	dry
1475	9	240	2024-06-27 20:00:00	34	38.6	22	dry
1476	3	203	2024-06-27 23:28:00	29	31.7	26	dry
1477	3	233	2024-06-27 23:50:00	29	35.4	32	\N
1478	6	244	2024-06-28 05:46:00	22	22.4	24	dry
1479	3	242	2024-06-28 06:38:00	29	29.5	54	\N
1480	2	221	2024-06-28 08:28:00	59	58.6	66	dry
1481	2	270	2024-06-28 09:23:00	59	60.0	48	dry
1482	5	218	2024-06-28 10:07:00	70	72.6	26	dry
1483	8	235	2024-06-28 15:29:00	46	48.0	33	rain
1484	2	242	2024-06-28 19:06:00	59	59.1	12	\N
1485	5	224	2024-06-28 19:33:00	70	72.8	32	snow
1486	2	227	2024-06-28 20:45:00	59	59.7	4	dry
1487	6	247	2024-06-28 23:40:00	22	19.5	37	rain
1488	5	212	2024-06-29 09:00:00	70	72.1	14	\N
1489	5	206	2024-06-29 09:00:00	70	71.3	6	dry
1490	2	233	2024-06-29 09:19:00	59	61.9	49	snow
1491	2	260	2024-06-29 17:19:00	59	61.4	47	snow
1492	5	254	2024-06-29 19:29:00	70	70.1	8	dry
1493	3	257	2024-06-29 23:15:00	29	31.7	21	snow
1494	1	201	2024-06-30 08:24:00	39	42.1	15	snow
1495	5	204	2024-06-30 13:48:00	70	74.1	\N	snow
1496	2	270	2024-06-30 14:19:00	59	59.6	21	rain
1497	2	209	2024-06-30 15:59:00	59	62.0	76	dry
1498	6	244	2024-06-30 17:58:00	22	19.3	56	rain
1499	2	243	2024-06-30 20:50:00	59	64.9	31	snow
1500	3	270	2024-06-30 23:51:00	29	24.8	21	rain
\.

COPY faults (fault_id, tram_id, reported_at, component, severity, fixed_at, cost_eur, details) FROM stdin;
1	267	2023-07-01 02:44:00	doors	2	2023-07-01 13:04:00	2343.33	{"code": "F39", "in_service": true, "parts": [{"name": "relay", "qty": 2}]}
2	257	2023-07-01 05:16:00	passenger info	1	2023-07-02 00:18:00	503.78	{"code": "F34", "in_service": false, "parts": [{"name": "valve", "qty": 3}]}
3	267	2023-07-01 08:55:00	doors	2	2023-07-01 16:00:00	\N	{"code": "F11", "in_service": true, "parts": [{"name": "board", "qty": 2}]}
4	249	2023-07-01 21:13:00	pantograph	1	2023-07-02 11:58:00	\N	{"code": "F93", "in_service": false, "parts": [{"name": "motor", "qty": 2}, {"name": "valve", "qty": 1}]}
5	205	2023-07-03 16:24:00	traction	4	2023-07-10 19:15:00	6515.2	{"code": "F51", "in_service": true, "parts": [{"name": "valve", "qty": 3}, {"name": "board", "qty": 1}]}
6	213	2023-07-04 22:03:00	brakes	4	2023-07-07 18:43:00	2630.64	{"code": "F73", "in_service": true, "parts": []}
7	249	2023-07-06 00:53:00	pantograph	3	2023-07-07 14:53:00	4796.21	{"code": "F47", "in_service": true, "parts": [{"name": "seal", "qty": 3}]}
8	214	2023-07-06 10:28:00	passenger info	3	2023-07-10 02:41:00	1767.48	{"code": "F74", "in_service": false, "parts": [{"name": "relay", "qty": 1}]}
9	248	2023-07-07 22:35:00	traction	1	2023-07-09 10:53:00	165.95	{"code": "F13", "in_service": false, "parts": [{"name": "seal", "qty": 3}]}
10	266	2023-07-08 10:32:00	pantograph	3	2023-07-12 02:18:00	5048.75	{"code": "F44", "in_service": false, "parts": [{"name": "motor", "qty": 3}]}
11	224	2023-07-09 16:50:00	doors	4	2023-07-10 16:25:00	4585.2	{"code": "F61", "in_service": true, "parts": [{"name": "board", "qty": 2}]}
12	223	2023-07-10 05:16:00	passenger info	2	2023-07-11 04:02:00	230.82	{"code": "F79", "in_service": false, "parts": [{"name": "motor", "qty": 3}, {"name": "motor", "qty": 1}]}
13	256	2023-07-10 08:06:00	brakes	2	2023-07-11 18:57:00	1056.9	{"code": "F39", "in_service": true, "parts": [{"name": "motor", "qty": 1}, {"name": "relay", "qty": 3}]}
14	213	2023-07-11 08:51:00	brakes	1	2023-07-11 16:15:00	297.17	{"code": "F87", "in_service": true, "parts": [{"name": "valve", "qty": 1}]}
15	240	2023-07-11 16:51:00	pantograph	1	2023-07-12 13:24:00	334.28	{"code": "F11", "in_service": true, "parts": [{"name": "seal", "qty": 1}]}
16	226	2023-07-12 01:20:00	brakes	3	2023-07-13 01:09:00	4619.84	{"code": "F69", "in_service": true, "parts": [{"name": "board", "qty": 2}]}
17	236	2023-07-12 20:07:00	passenger info	1	2023-07-13 09:07:00	499.42	{"code": "F49", "in_service": false, "parts": [{"name": "board", "qty": 1}, {"name": "seal", "qty": 3}]}
18	247	2023-07-12 21:33:00	doors	1	2023-07-13 03:17:00	121.4	{"code": "F90", "in_service": true, "parts": [{"name": "valve", "qty": 1}]}
19	219	2023-07-13 13:23:00	passenger info	4	2023-07-18 06:58:00	2888.29	{"code": "F15", "in_service": true, "parts": [{"name": "valve", "qty": 2}]}
20	260	2023-07-14 11:02:00	traction	2	2023-07-14 22:24:00	2186.15	{"code": "F12", "in_service": true, "parts": [{"name": "relay", "qty": 3}]}
21	243	2023-07-15 23:52:00	passenger info	3	2023-07-18 10:44:00	\N	{"code": "F66", "in_service": false, "parts": [{"name": "motor", "qty": 1}]}
22	251	2023-07-18 09:50:00	doors	2	2023-07-19 07:51:00	568.41	{"code": "F17", "in_service": false, "parts": [{"name": "seal", "qty": 1}, {"name": "motor", "qty": 2}]}
23	221	2023-07-19 14:06:00	brakes	3	2023-07-22 12:27:00	2467.75	{"code": "F63", "in_service": true, "parts": [{"name": "valve", "qty": 3}]}
24	231	2023-07-20 14:09:00	traction	2	2023-07-22 00:19:00	2353.71	{"code": "F57", "in_service": true, "parts": []}
25	260	2023-07-23 07:55:00	doors	2	2023-07-23 12:59:00	1917.59	{"code": "F11", "in_service": false, "parts": [{"name": "motor", "qty": 1}, {"name": "relay", "qty": 2}]}
26	246	2023-07-25 04:22:00	pantograph	2	2023-07-25 12:59:00	2486.58	{"code": "F23", "in_service": true, "parts": []}
27	233	2023-07-27 07:33:00	doors	2	2023-07-29 07:31:00	2123.48	{"code": "F91", "in_service": false, "parts": []}
28	244	2023-07-27 20:23:00	traction	2	2023-07-29 09:15:00	2494.97	{"code": "F46", "in_service": true, "parts": []}
29	208	2023-07-28 07:21:00	hvac	1	2023-07-29 05:14:00	140.65	{"code": "F83", "in_service": false, "parts": [{"name": "valve", "qty": 3}]}
30	252	2023-07-30 09:58:00	brakes	2	2023-07-31 12:04:00	1159.29	{"code": "F19", "in_service": false, "parts": [{"name": "seal", "qty": 1}]}
31	211	2023-07-31 17:25:00	brakes	2	2023-08-01 19:58:00	2330.0	{"code": "F71", "in_service": false, "parts": [{"name": "seal", "qty": 1}]}
32	262	2023-08-01 22:34:00	brakes	4	2023-08-05 06:55:00	\N	{"code": "F18", "in_service": false, "parts": []}
33	210	2023-08-02 06:07:00	pantograph	3	2023-08-03 08:29:00	2413.21	{"code": "F59", "in_service": true, "parts": [{"name": "board", "qty": 3}]}
34	227	2023-08-03 07:47:00	traction	1	2023-08-04 19:25:00	878.99	{"code": "F61", "in_service": true, "parts": [{"name": "valve", "qty": 3}]}
35	264	2023-08-05 09:24:00	doors	1	2023-08-05 23:44:00	830.44	{"code": "F80", "in_service": false, "parts": [{"name": "valve", "qty": 2}]}
36	236	2023-08-07 20:00:00	traction	2	2023-08-10 16:28:00	2598.93	{"code": "F72", "in_service": true, "parts": []}
37	229	2023-08-08 00:44:00	traction	1	2023-08-08 21:45:00	211.42	{"code": "F97", "in_service": true, "parts": [{"name": "seal", "qty": 1}, {"name": "board", "qty": 1}]}
38	203	2023-08-09 07:30:00	doors	3	2023-08-10 03:49:00	1312.0	{"code": "F60", "in_service": true, "parts": []}
39	236	2023-08-10 10:06:00	brakes	1	2023-08-10 13:03:00	358.87	{"code": "F44", "in_service": false, "parts": [{"name": "seal", "qty": 2}, {"name": "board", "qty": 2}]}
40	261	2023-08-11 08:38:00	doors	2	2023-08-13 15:57:00	1185.85	{"code": "F96", "in_service": false, "parts": [{"name": "relay", "qty": 3}]}
41	250	2023-08-14 01:36:00	pantograph	1	2023-08-14 18:18:00	773.95	{"code": "F31", "in_service": false, "parts": [{"name": "relay", "qty": 2}]}
42	228	2023-08-14 09:59:00	traction	2	2023-08-17 11:32:00	2346.41	{"code": "F44", "in_service": true, "parts": [{"name": "seal", "qty": 3}]}
43	260	2023-08-15 11:21:00	hvac	1	2023-08-16 16:36:00	861.65	{"code": "F74", "in_service": true, "parts": [{"name": "board", "qty": 1}, {"name": "motor", "qty": 2}]}
44	218	2023-08-16 14:23:00	brakes	1	2023-08-16 19:35:00	683.64	{"code": "F34", "in_service": false, "parts": [{"name": "motor", "qty": 3}]}
45	221	2023-08-18 10:06:00	brakes	1	2023-08-19 06:28:00	372.63	{"code": "F44", "in_service": true, "parts": []}
46	227	2023-08-20 11:08:00	traction	1	2023-08-20 22:56:00	489.26	{"code": "F47", "in_service": false, "parts": [{"name": "seal", "qty": 2}, {"name": "valve", "qty": 3}]}
47	224	2023-08-20 14:38:00	pantograph	4	2023-08-23 06:23:00	3195.7	{"code": "F62", "in_service": false, "parts": []}
48	201	2023-08-20 15:39:00	hvac	2	2023-08-22 05:48:00	1717.95	{"code": "F21", "in_service": true, "parts": []}
49	209	2023-08-20 18:22:00	doors	4	2023-08-24 09:15:00	5716.66	{"code": "F94", "in_service": true, "parts": [{"name": "board", "qty": 2}]}
50	230	2023-08-21 06:03:00	pantograph	1	2023-08-21 21:52:00	468.01	{"code": "F15", "in_service": false, "parts": []}
51	209	2023-08-23 02:46:00	passenger info	1	2023-08-23 06:23:00	403.41	{"code": "F69", "in_service": true, "parts": []}
52	202	2023-08-25 07:16:00	traction	4	2023-08-31 01:02:00	7373.85	{"code": "F11", "in_service": true, "parts": [{"name": "motor", "qty": 3}]}
53	243	2023-08-27 03:22:00	passenger info	4	2023-08-31 04:39:00	2658.34	{"code": "F36", "in_service": true, "parts": [{"name": "board", "qty": 1}]}
54	227	2023-08-28 15:43:00	pantograph	2	2023-08-30 19:24:00	440.04	{"code": "F46", "in_service": false, "parts": [{"name": "relay", "qty": 2}]}
55	202	2023-08-29 00:55:00	hvac	2	2023-08-30 01:58:00	570.6	{"code": "F94", "in_service": true, "parts": [{"name": "board", "qty": 3}]}
56	202	2023-08-29 07:01:00	traction	3	2023-08-29 13:29:00	2924.46	{"code": "F16", "in_service": false, "parts": [{"name": "relay", "qty": 3}]}
57	258	2023-08-31 18:05:00	hvac	1	2023-09-01 21:08:00	808.79	{"code": "F60", "in_service": false, "parts": [{"name": "relay", "qty": 1}]}
58	255	2023-08-31 20:21:00	doors	3	\N	\N	{"code": "F23", "in_service": true, "parts": [{"name": "motor", "qty": 1}]}
59	206	2023-09-01 02:57:00	hvac	2	2023-09-03 03:55:00	579.58	{"code": "F37", "in_service": true, "parts": []}
60	265	2023-09-01 10:15:00	hvac	1	2023-09-02 11:12:00	301.93	{"code": "F48", "in_service": true, "parts": [{"name": "motor", "qty": 2}]}
61	250	2023-09-02 20:39:00	traction	2	2023-09-05 16:28:00	2454.02	{"code": "F27", "in_service": true, "parts": []}
62	214	2023-09-04 12:06:00	doors	1	2023-09-04 18:21:00	435.58	{"code": "F27", "in_service": true, "parts": []}
63	234	2023-09-06 16:38:00	pantograph	1	2023-09-07 08:15:00	365.4	{"code": "F82", "in_service": false, "parts": [{"name": "seal", "qty": 1}, {"name": "valve", "qty": 1}]}
64	252	2023-09-09 08:17:00	doors	3	2023-09-10 00:42:00	3844.22	{"code": "F49", "in_service": false, "parts": [{"name": "seal", "qty": 2}, {"name": "valve", "qty": 3}]}
65	205	2023-09-10 03:29:00	doors	1	2023-09-10 11:27:00	\N	{"code": "F12", "in_service": true, "parts": [{"name": "seal", "qty": 3}, {"name": "seal", "qty": 1}]}
66	220	2023-09-17 14:19:00	traction	2	2023-09-20 20:39:00	1512.12	{"code": "F97", "in_service": false, "parts": [{"name": "board", "qty": 3}]}
67	223	2023-09-18 07:27:00	traction	3	2023-09-21 04:03:00	3053.78	{"code": "F45", "in_service": true, "parts": [{"name": "board", "qty": 2}]}
68	201	2023-09-20 14:55:00	hvac	2	2023-09-22 11:09:00	783.28	{"code": "F62", "in_service": false, "parts": [{"name": "board", "qty": 3}, {"name": "motor", "qty": 3}]}
69	232	2023-09-20 21:16:00	passenger info	2	2023-09-21 00:07:00	1685.72	{"code": "F71", "in_service": true, "parts": []}
70	262	2023-09-22 01:13:00	traction	1	2023-09-23 20:52:00	759.8	{"code": "F75", "in_service": false, "parts": [{"name": "valve", "qty": 3}]}
71	216	2023-09-22 14:53:00	brakes	3	2023-09-23 11:10:00	2880.0	{"code": "F73", "in_service": false, "parts": [{"name": "valve", "qty": 2}]}
72	248	2023-09-22 23:13:00	pantograph	1	2023-09-23 23:35:00	\N	{"code": "F67", "in_service": true, "parts": [{"name": "valve", "qty": 2}]}
73	250	2023-09-24 21:20:00	passenger info	1	2023-09-25 23:19:00	479.25	{"code": "F17", "in_service": false, "parts": [{"name": "valve", "qty": 3}]}
74	238	2023-09-25 13:51:00	pantograph	2	2023-09-27 09:54:00	\N	{"code": "F87", "in_service": true, "parts": [{"name": "seal", "qty": 1}]}
75	268	2023-09-26 01:42:00	traction	3	2023-09-29 22:50:00	373.79	{"code": "F32", "in_service": true, "parts": [{"name": "seal", "qty": 3}, {"name": "seal", "qty": 1}]}
76	202	2023-09-26 19:46:00	pantograph	2	2023-09-27 04:00:00	2399.34	{"code": "F55", "in_service": false, "parts": [{"name": "valve", "qty": 2}]}
77	218	2023-09-27 13:09:00	hvac	3	2023-09-28 03:02:00	4446.3	{"code": "F82", "in_service": false, "parts": [{"name": "board", "qty": 3}]}
78	210	2023-09-27 21:43:00	brakes	1	2023-09-28 08:18:00	310.73	{"code": "F70", "in_service": false, "parts": [{"name": "seal", "qty": 1}]}
79	257	2023-09-29 04:21:00	traction	3	2023-10-04 18:38:00	3233.33	{"code": "F51", "in_service": true, "parts": []}
80	222	2023-09-29 17:25:00	doors	2	2023-10-01 20:29:00	2586.35	{"code": "F98", "in_service": true, "parts": []}
81	207	2023-09-30 17:07:00	doors	1	2023-10-01 15:17:00	788.19	{"code": "F68", "in_service": false, "parts": [{"name": "board", "qty": 1}]}
82	235	2023-10-01 06:35:00	brakes	3	2023-10-02 16:37:00	765.31	{"code": "F61", "in_service": false, "parts": [{"name": "relay", "qty": 3}]}
83	224	2023-10-01 23:08:00	doors	2	2023-10-03 07:59:00	2386.94	{"code": "F94", "in_service": true, "parts": [{"name": "motor", "qty": 3}]}
84	250	2023-10-02 00:04:00	traction	2	2023-10-06 10:05:00	910.73	{"code": "F94", "in_service": false, "parts": []}
85	256	2023-10-02 12:29:00	pantograph	4	2023-10-02 19:03:00	2364.87	{"code": "F32", "in_service": false, "parts": [{"name": "motor", "qty": 3}]}
86	225	2023-10-03 03:18:00	passenger info	3	2023-10-04 14:05:00	3475.09	{"code": "F23", "in_service": false, "parts": [{"name": "motor", "qty": 1}]}
87	224	2023-10-03 14:38:00	hvac	4	2023-10-04 08:35:00	6068.71	{"code": "F62", "in_service": true, "parts": [{"name": "relay", "qty": 1}, {"name": "motor", "qty": 2}]}
88	219	2023-10-05 14:14:00	traction	3	2023-10-06 22:46:00	5214.17	{"code": "F57", "in_service": false, "parts": [{"name": "relay", "qty": 3}]}
89	268	2023-10-06 23:43:00	pantograph	1	2023-10-07 06:26:00	92.2	{"code": "F39", "in_service": true, "parts": [{"name": "valve", "qty": 1}]}
90	224	2023-10-07 01:26:00	hvac	2	2023-10-08 10:24:00	2373.03	{"code": "F92", "in_service": true, "parts": [{"name": "relay", "qty": 3}]}
91	233	2023-10-09 03:03:00	passenger info	1	2023-10-09 14:23:00	271.17	{"code": "F36", "in_service": false, "parts": [{"name": "valve", "qty": 2}]}
92	270	2023-10-11 02:28:00	pantograph	2	2023-10-13 01:12:00	1848.19	{"code": "F36", "in_service": true, "parts": []}
93	211	2023-10-11 05:21:00	doors	2	2023-10-12 12:31:00	2114.56	{"code": "F42", "in_service": true, "parts": [{"name": "valve", "qty": 1}, {"name": "board", "qty": 1}]}
94	214	2023-10-11 19:54:00	traction	2	2023-10-14 06:59:00	870.97	{"code": "F50", "in_service": true, "parts": [{"name": "relay", "qty": 1}]}
95	239	2023-10-13 13:56:00	passenger info	1	2023-10-14 12:58:00	250.37	{"code": "F88", "in_service": false, "parts": [{"name": "board", "qty": 2}]}
96	207	2023-10-13 15:37:00	hvac	4	2023-10-14 00:57:00	5936.57	{"code": "F58", "in_service": true, "parts": [{"name": "valve", "qty": 3}]}
97	262	2023-10-14 03:05:00	pantograph	1	2023-10-14 09:58:00	\N	{"code": "F60", "in_service": false, "parts": [{"name": "seal", "qty": 1}]}
98	244	2023-10-14 12:19:00	traction	2	2023-10-17 21:06:00	2432.61	{"code": "F31", "in_service": true, "parts": []}
99	234	2023-10-14 16:12:00	brakes	1	2023-10-15 01:59:00	475.98	{"code": "F12", "in_service": false, "parts": [{"name": "valve", "qty": 1}, {"name": "board", "qty": 3}]}
100	226	2023-10-15 08:08:00	pantograph	2	2023-10-15 10:25:00	225.91	{"code": "F19", "in_service": true, "parts": [{"name": "valve", "qty": 3}, {"name": "board", "qty": 2}]}
101	226	2023-10-15 14:35:00	pantograph	2	2023-10-17 19:01:00	2357.47	{"code": "F27", "in_service": false, "parts": []}
102	232	2023-10-16 07:53:00	doors	1	2023-10-17 08:28:00	95.21	{"code": "F31", "in_service": false, "parts": [{"name": "board", "qty": 3}]}
103	227	2023-10-17 00:24:00	passenger info	1	2023-10-17 08:04:00	772.08	{"code": "F38", "in_service": true, "parts": [{"name": "board", "qty": 1}]}
104	226	2023-10-17 09:19:00	brakes	4	2023-10-19 10:26:00	5536.91	{"code": "F74", "in_service": true, "parts": [{"name": "motor", "qty": 3}, {"name": "valve", "qty": 2}]}
105	256	2023-10-17 22:25:00	hvac	2	2023-10-18 02:32:00	1357.14	{"code": "F36", "in_service": false, "parts": [{"name": "seal", "qty": 2}, {"name": "relay", "qty": 2}]}
106	236	2023-10-18 01:41:00	hvac	2	2023-10-19 15:34:00	692.45	{"code": "F76", "in_service": false, "parts": [{"name": "board", "qty": 2}]}
107	269	2023-10-18 04:23:00	brakes	2	2023-10-20 14:17:00	1922.05	{"code": "F36", "in_service": false, "parts": []}
108	219	2023-10-19 00:49:00	doors	4	\N	\N	{"code": "F57", "in_service": false, "parts": []}
109	216	2023-10-19 18:43:00	passenger info	2	2023-10-21 08:00:00	1673.57	{"code": "F62", "in_service": false, "parts": [{"name": "valve", "qty": 1}]}
110	252	2023-10-20 14:47:00	doors	3	2023-10-23 14:44:00	4417.94	{"code": "F14", "in_service": false, "parts": [{"name": "valve", "qty": 3}]}
111	258	2023-10-21 06:28:00	hvac	1	2023-10-22 02:19:00	698.49	{"code": "F45", "in_service": true, "parts": [{"name": "relay", "qty": 1}, {"name": "board", "qty": 3}]}
112	228	2023-10-21 11:39:00	passenger info	3	2023-10-24 14:15:00	2343.2	{"code": "F18", "in_service": false, "parts": [{"name": "motor", "qty": 3}]}
113	243	2023-10-21 17:26:00	pantograph	1	2023-10-22 12:25:00	729.86	{"code": "F31", "in_service": false, "parts": [{"name": "relay", "qty": 1}]}
114	269	2023-10-22 22:38:00	passenger info	4	2023-10-24 10:38:00	5582.25	{"code": "F87", "in_service": true, "parts": [{"name": "relay", "qty": 3}]}
115	267	2023-10-23 07:12:00	hvac	1	2023-10-24 01:38:00	532.46	{"code": "F30", "in_service": false, "parts": [{"name": "relay", "qty": 1}]}
116	224	2023-10-25 07:29:00	passenger info	2	2023-10-26 11:03:00	1629.38	{"code": "F28", "in_service": false, "parts": []}
117	261	2023-10-25 17:02:00	brakes	3	2023-10-27 13:03:00	\N	{"code": "F93", "in_service": false, "parts": [{"name": "board", "qty": 2}]}
118	218	2023-10-26 22:07:00	brakes	1	2023-10-27 14:56:00	854.15	{"code": "F91", "in_service": false, "parts": []}
119	222	2023-10-27 00:53:00	hvac	1	2023-10-27 21:27:00	319.76	{"code": "F73", "in_service": false, "parts": []}
120	202	2023-10-27 05:09:00	brakes	2	2023-10-27 16:59:00	2701.56	{"code": "F46", "in_service": true, "parts": [{"name": "valve", "qty": 2}]}
121	232	2023-10-27 08:50:00	brakes	2	2023-10-28 09:22:00	930.74	{"code": "F25", "in_service": true, "parts": []}
122	212	2023-10-28 22:35:00	passenger info	1	2023-10-29 23:55:00	882.3	{"code": "F12", "in_service": false, "parts": [{"name": "board", "qty": 3}]}
123	242	2023-10-30 09:48:00	traction	1	2023-11-01 00:02:00	589.33	{"code": "F90", "in_service": true, "parts": [{"name": "motor", "qty": 2}]}
124	253	2023-10-31 01:21:00	pantograph	2	2023-11-01 15:23:00	1667.92	{"code": "F94", "in_service": false, "parts": []}
125	249	2023-11-01 18:19:00	brakes	1	2023-11-02 04:28:00	693.1	{"code": "F19", "in_service": false, "parts": [{"name": "relay", "qty": 3}]}
126	206	2023-11-02 02:26:00	brakes	1	2023-11-02 20:18:00	834.67	{"code": "F28", "in_service": false, "parts": [{"name": "board", "qty": 1}]}
127	262	2023-11-04 12:14:00	traction	3	2023-11-09 00:51:00	1540.19	{"code": "F88", "in_service": false, "parts": [{"name": "board", "qty": 1}]}
128	209	2023-11-04 14:16:00	doors	4	2023-11-08 09:18:00	3243.27	{"code": "F39", "in_service": false, "parts": [{"name": "motor", "qty": 3}]}
129	230	2023-11-04 21:34:00	hvac	3	2023-11-08 07:21:00	3309.45	{"code": "F43", "in_service": false, "parts": []}
130	243	2023-11-05 15:17:00	hvac	2	2023-11-07 03:54:00	562.78	{"code": "F25", "in_service": false, "parts": [{"name": "seal", "qty": 3}]}
131	207	2023-11-06 07:22:00	hvac	2	2023-11-08 11:02:00	1353.79	{"code": "F39", "in_service": false, "parts": []}
132	266	2023-11-07 06:38:00	traction	4	2023-11-11 04:02:00	1627.04	{"code": "F10", "in_service": true, "parts": [{"name": "relay", "qty": 2}, {"name": "relay", "qty": 3}]}
133	229	2023-11-08 08:23:00	hvac	2	2023-11-08 13:05:00	742.62	{"code": "F98", "in_service": false, "parts": [{"name": "motor", "qty": 2}]}
134	253	2023-11-09 00:07:00	traction	1	2023-11-09 13:15:00	\N	{"code": "F81", "in_service": true, "parts": [{"name": "motor", "qty": 3}]}
135	254	2023-11-09 00:10:00	traction	4	2023-11-12 03:45:00	1229.11	{"code": "F83", "in_service": false, "parts": [{"name": "relay", "qty": 3}, {"name": "motor", "qty": 1}]}
136	214	2023-11-09 13:12:00	hvac	1	2023-11-10 09:33:00	\N	{"code": "F76", "in_service": true, "parts": [{"name": "board", "qty": 1}, {"name": "board", "qty": 2}]}
137	262	2023-11-09 18:41:00	pantograph	2	2023-11-10 05:20:00	2186.73	{"code": "F10", "in_service": false, "parts": [{"name": "relay", "qty": 3}]}
138	224	2023-11-10 04:31:00	brakes	4	2023-11-10 15:24:00	\N	{"code": "F44", "in_service": false, "parts": [{"name": "seal", "qty": 1}]}
139	237	2023-11-11 12:28:00	doors	1	2023-11-12 11:13:00	430.12	{"code": "F90", "in_service": true, "parts": []}
140	228	2023-11-12 07:55:00	hvac	2	2023-11-13 14:19:00	800.84	{"code": "F77", "in_service": false, "parts": []}
141	215	2023-11-13 10:22:00	hvac	2	2023-11-15 08:34:00	1781.35	{"code": "F24", "in_service": true, "parts": []}
142	265	2023-11-13 20:48:00	doors	1	2023-11-15 01:48:00	148.26	{"code": "F70", "in_service": false, "parts": [{"name": "motor", "qty": 3}]}
143	230	2023-11-15 18:20:00	pantograph	3	2023-11-17 17:13:00	2977.67	{"code": "F12", "in_service": true, "parts": []}
144	231	2023-11-15 22:33:00	traction	1	2023-11-17 12:45:00	593.77	{"code": "F69", "in_service": true, "parts": [{"name": "board", "qty": 2}]}
145	246	2023-11-16 07:56:00	brakes	1	2023-11-17 10:38:00	344.45	{"code": "F12", "in_service": true, "parts": [{"name": "relay", "qty": 3}]}
146	235	2023-11-16 22:13:00	pantograph	3	2023-11-20 08:46:00	\N	{"code": "F14", "in_service": true, "parts": []}
147	231	2023-11-18 13:11:00	brakes	2	2023-11-20 08:55:00	2644.84	{"code": "F50", "in_service": false, "parts": [{"name": "seal", "qty": 3}]}
148	229	2023-11-18 15:07:00	hvac	2	\N	\N	{"code": "F10", "in_service": false, "parts": [{"name": "motor", "qty": 3}, {"name": "motor", "qty": 1}]}
149	209	2023-11-18 20:24:00	passenger info	3	2023-11-21 04:18:00	605.83	{"code": "F29", "in_service": false, "parts": [{"name": "board", "qty": 3}]}
150	224	2023-11-19 16:34:00	doors	2	2023-11-20 22:26:00	\N	{"code": "F55", "in_service": true, "parts": []}
151	246	2023-11-20 07:58:00	doors	3	2023-11-21 07:24:00	1064.93	{"code": "F92", "in_service": true, "parts": []}
152	234	2023-11-20 23:16:00	passenger info	2	2023-11-21 19:24:00	2271.66	{"code": "F62", "in_service": false, "parts": [{"name": "relay", "qty": 3}]}
153	258	2023-11-21 12:38:00	traction	2	2023-11-22 01:47:00	2559.87	{"code": "F95", "in_service": true, "parts": [{"name": "seal", "qty": 2}, {"name": "valve", "qty": 2}]}
154	201	2023-11-22 22:21:00	pantograph	2	2023-11-23 05:01:00	2329.0	{"code": "F35", "in_service": false, "parts": [{"name": "board", "qty": 3}]}
155	256	2023-11-28 16:41:00	traction	2	2023-11-30 19:19:00	1848.82	{"code": "F86", "in_service": false, "parts": [{"name": "relay", "qty": 3}]}
156	249	2023-11-30 18:21:00	pantograph	2	2023-12-03 02:25:00	\N	{"code": "F48", "in_service": true, "parts": []}
157	257	2023-12-03 12:43:00	traction	1	2023-12-04 01:23:00	615.18	{"code": "F57", "in_service": false, "parts": []}
158	230	2023-12-05 08:05:00	hvac	4	2023-12-08 14:58:00	6684.93	{"code": "F31", "in_service": false, "parts": [{"name": "relay", "qty": 1}, {"name": "relay", "qty": 3}]}
159	240	2023-12-05 08:42:00	doors	3	2023-12-07 14:45:00	5002.86	{"code": "F78", "in_service": true, "parts": [{"name": "valve", "qty": 1}]}
160	242	2023-12-06 18:55:00	pantograph	1	2023-12-07 23:09:00	850.06	{"code": "F12", "in_service": true, "parts": [{"name": "board", "qty": 1}, {"name": "motor", "qty": 3}]}
161	225	2023-12-08 02:08:00	passenger info	1	2023-12-08 09:01:00	782.41	{"code": "F12", "in_service": true, "parts": [{"name": "board", "qty": 3}]}
162	247	2023-12-09 11:56:00	traction	2	2023-12-13 04:32:00	\N	{"code": "F28", "in_service": true, "parts": [{"name": "board", "qty": 2}]}
163	205	2023-12-09 17:38:00	doors	3	2023-12-12 13:21:00	3170.32	{"code": "F26", "in_service": false, "parts": [{"name": "seal", "qty": 1}]}
164	224	2023-12-09 17:47:00	doors	2	2023-12-10 23:33:00	1497.43	{"code": "F38", "in_service": true, "parts": [{"name": "relay", "qty": 3}, {"name": "valve", "qty": 2}]}
165	252	2023-12-11 23:25:00	brakes	2	2023-12-13 05:08:00	444.26	{"code": "F72", "in_service": true, "parts": [{"name": "board", "qty": 2}]}
166	216	2023-12-12 09:55:00	hvac	1	2023-12-12 11:40:00	165.37	{"code": "F24", "in_service": true, "parts": [{"name": "valve", "qty": 1}]}
167	201	2023-12-12 12:29:00	traction	1	2023-12-12 20:43:00	323.0	{"code": "F71", "in_service": true, "parts": [{"name": "board", "qty": 1}, {"name": "valve", "qty": 3}]}
168	218	2023-12-13 09:41:00	doors	3	2023-12-16 19:11:00	1158.28	{"code": "F40", "in_service": true, "parts": [{"name": "relay", "qty": 2}]}
169	240	2023-12-13 11:00:00	brakes	2	2023-12-13 17:46:00	1896.86	{"code": "F52", "in_service": true, "parts": [{"name": "relay", "qty": 3}, {"name": "seal", "qty": 3}]}
170	233	2023-12-15 14:25:00	passenger info	2	\N	\N	{"code": "F39", "in_service": false, "parts": []}
171	260	2023-12-15 20:08:00	brakes	1	2023-12-16 21:25:00	149.35	{"code": "F37", "in_service": true, "parts": []}
172	230	2023-12-16 14:19:00	hvac	2	2023-12-18 17:35:00	356.08	{"code": "F29", "in_service": false, "parts": [{"name": "motor", "qty": 2}, {"name": "motor", "qty": 1}]}
173	208	2023-12-17 05:00:00	traction	2	2023-12-18 23:17:00	1018.37	{"code": "F20", "in_service": false, "parts": [{"name": "seal", "qty": 3}]}
174	229	2023-12-17 06:14:00	doors	3	2023-12-19 11:18:00	4689.88	{"code": "F12", "in_service": true, "parts": []}
175	242	2023-12-18 07:42:00	doors	2	2023-12-20 13:36:00	1314.19	{"code": "F33", "in_service": true, "parts": []}
176	253	2023-12-18 15:31:00	doors	2	2023-12-19 06:28:00	755.2	{"code": "F85", "in_service": true, "parts": []}
177	208	2023-12-19 09:48:00	hvac	1	2023-12-19 15:33:00	732.56	{"code": "F87", "in_service": true, "parts": [{"name": "valve", "qty": 3}]}
178	262	2023-12-19 11:16:00	hvac	1	2023-12-20 10:25:00	65.93	{"code": "F42", "in_service": true, "parts": [{"name": "seal", "qty": 2}]}
179	269	2023-12-22 21:24:00	pantograph	4	2023-12-27 00:20:00	628.05	{"code": "F44", "in_service": true, "parts": [{"name": "valve", "qty": 3}, {"name": "relay", "qty": 1}]}
180	219	2023-12-24 05:58:00	traction	2	2023-12-26 19:35:00	1223.19	{"code": "F85", "in_service": true, "parts": [{"name": "seal", "qty": 3}]}
181	256	2023-12-25 00:21:00	hvac	1	2023-12-25 05:01:00	243.8	{"code": "F97", "in_service": true, "parts": [{"name": "motor", "qty": 1}]}
182	204	2023-12-25 00:42:00	traction	3	2023-12-29 19:28:00	4324.04	{"code": "F75", "in_service": true, "parts": [{"name": "motor", "qty": 1}, {"name": "seal", "qty": 1}]}
183	221	2023-12-25 03:06:00	hvac	1	2023-12-25 04:21:00	810.14	{"code": "F12", "in_service": true, "parts": [{"name": "motor", "qty": 2}, {"name": "motor", "qty": 3}]}
184	270	2023-12-27 16:20:00	traction	3	2023-12-29 11:00:00	3961.42	{"code": "F42", "in_service": true, "parts": [{"name": "seal", "qty": 1}]}
185	260	2023-12-27 21:01:00	brakes	1	2023-12-28 20:57:00	557.81	{"code": "F29", "in_service": false, "parts": [{"name": "relay", "qty": 2}]}
186	212	2023-12-29 14:03:00	hvac	2	2023-12-29 18:31:00	1591.43	{"code": "F10", "in_service": false, "parts": []}
187	242	2023-12-30 07:56:00	pantograph	3	2023-12-31 14:54:00	3393.61	{"code": "F59", "in_service": false, "parts": [{"name": "board", "qty": 1}, {"name": "relay", "qty": 1}]}
188	251	2023-12-30 08:20:00	passenger info	2	2023-12-31 07:53:00	1864.14	{"code": "F54", "in_service": true, "parts": []}
189	270	2024-01-01 04:37:00	pantograph	2	2024-01-02 15:26:00	277.27	{"code": "F12", "in_service": true, "parts": [{"name": "seal", "qty": 1}]}
190	249	2024-01-01 23:25:00	traction	2	2024-01-02 10:56:00	489.85	{"code": "F12", "in_service": true, "parts": []}
191	229	2024-01-02 00:38:00	doors	4	2024-01-04 02:53:00	5371.68	{"code": "F61", "in_service": true, "parts": []}
192	224	2024-01-02 02:36:00	pantograph	1	2024-01-03 06:17:00	308.75	{"code": "F84", "in_service": false, "parts": [{"name": "motor", "qty": 3}, {"name": "motor", "qty": 2}]}
193	256	2024-01-03 03:32:00	doors	4	2024-01-06 16:09:00	7915.85	{"code": "F58", "in_service": true, "parts": [{"name": "board", "qty": 1}, {"name": "valve", "qty": 2}]}
194	224	2024-01-04 05:01:00	pantograph	3	2024-01-06 01:31:00	3016.2	{"code": "F58", "in_service": false, "parts": [{"name": "board", "qty": 2}]}
195	268	2024-01-07 00:53:00	brakes	2	2024-01-09 00:33:00	1671.46	{"code": "F77", "in_service": false, "parts": [{"name": "valve", "qty": 2}]}
196	236	2024-01-07 10:01:00	passenger info	2	2024-01-09 13:36:00	584.99	{"code": "F84", "in_service": true, "parts": []}
197	258	2024-01-07 14:47:00	pantograph	2	2024-01-08 22:30:00	1490.24	{"code": "F18", "in_service": false, "parts": [{"name": "seal", "qty": 3}, {"name": "seal", "qty": 3}]}
198	250	2024-01-07 17:21:00	pantograph	3	2024-01-09 18:31:00	4265.44	{"code": "F31", "in_service": false, "parts": [{"name": "seal", "qty": 2}]}
199	201	2024-01-07 20:31:00	traction	2	2024-01-09 21:44:00	582.56	{"code": "F53", "in_service": true, "parts": []}
200	209	2024-01-07 22:59:00	doors	1	2024-01-08 16:22:00	294.51	{"code": "F64", "in_service": false, "parts": []}
201	234	2024-01-08 01:07:00	hvac	2	2024-01-08 23:40:00	\N	{"code": "F96", "in_service": false, "parts": [{"name": "valve", "qty": 2}]}
202	260	2024-01-09 06:05:00	traction	1	2024-01-10 12:20:00	371.08	{"code": "F17", "in_service": false, "parts": []}
203	253	2024-01-12 19:19:00	brakes	2	\N	\N	{"code": "F44", "in_service": false, "parts": [{"name": "valve", "qty": 3}]}
204	255	2024-01-13 10:35:00	traction	3	2024-01-17 19:44:00	\N	{"code": "F86", "in_service": true, "parts": [{"name": "seal", "qty": 3}]}
205	226	2024-01-13 16:21:00	hvac	3	2024-01-16 19:15:00	3895.61	{"code": "F54", "in_service": false, "parts": [{"name": "valve", "qty": 1}]}
206	216	2024-01-15 00:56:00	hvac	2	2024-01-15 17:44:00	1732.07	{"code": "F11", "in_service": false, "parts": [{"name": "relay", "qty": 1}]}
207	246	2024-01-15 02:55:00	passenger info	3	2024-01-17 15:45:00	4246.53	{"code": "F97", "in_service": true, "parts": [{"name": "valve", "qty": 2}]}
208	243	2024-01-16 02:31:00	pantograph	1	2024-01-16 22:16:00	438.1	{"code": "F90", "in_service": false, "parts": [{"name": "board", "qty": 2}]}
209	260	2024-01-16 23:00:00	passenger info	3	2024-01-19 11:34:00	1783.21	{"code": "F17", "in_service": true, "parts": []}
210	209	2024-01-17 21:44:00	hvac	3	2024-01-19 23:50:00	552.55	{"code": "F19", "in_service": false, "parts": [{"name": "board", "qty": 1}]}
211	248	2024-01-18 16:49:00	hvac	3	2024-01-19 05:51:00	5116.71	{"code": "F72", "in_service": true, "parts": []}
212	252	2024-01-18 20:30:00	brakes	2	2024-01-21 05:39:00	1830.93	{"code": "F63", "in_service": false, "parts": []}
213	226	2024-01-19 03:15:00	pantograph	2	2024-01-19 15:39:00	2471.19	{"code": "F63", "in_service": true, "parts": [{"name": "seal", "qty": 2}, {"name": "motor", "qty": 2}]}
214	267	2024-01-20 04:23:00	pantograph	1	2024-01-20 06:04:00	771.24	{"code": "F70", "in_service": false, "parts": [{"name": "board", "qty": 3}]}
215	270	2024-01-20 16:11:00	brakes	2	2024-01-22 12:14:00	1157.03	{"code": "F68", "in_service": false, "parts": [{"name": "board", "qty": 2}]}
216	255	2024-01-21 03:00:00	passenger info	3	2024-01-22 15:47:00	943.51	{"code": "F19", "in_service": false, "parts": []}
217	212	2024-01-21 06:30:00	doors	1	2024-01-22 10:58:00	331.58	{"code": "F43", "in_service": true, "parts": [{"name": "seal", "qty": 2}]}
218	256	2024-01-22 13:42:00	doors	1	2024-01-23 02:35:00	408.59	{"code": "F31", "in_service": false, "parts": [{"name": "seal", "qty": 1}, {"name": "valve", "qty": 2}]}
219	207	2024-01-24 10:39:00	pantograph	1	2024-01-25 08:41:00	794.11	{"code": "F86", "in_service": false, "parts": [{"name": "relay", "qty": 2}]}
220	216	2024-01-24 12:52:00	hvac	2	2024-01-26 17:39:00	2418.48	{"code": "F57", "in_service": true, "parts": [{"name": "relay", "qty": 2}]}
221	266	2024-01-26 20:06:00	hvac	2	2024-01-29 06:00:00	\N	{"code": "F60", "in_service": false, "parts": []}
222	216	2024-01-27 15:17:00	hvac	2	2024-01-28 06:30:00	1702.72	{"code": "F63", "in_service": true, "parts": [{"name": "seal", "qty": 2}]}
223	226	2024-01-27 17:48:00	pantograph	2	2024-01-29 01:29:00	447.23	{"code": "F36", "in_service": false, "parts": [{"name": "relay", "qty": 3}]}
224	230	2024-01-27 20:48:00	hvac	4	2024-01-28 03:33:00	2897.68	{"code": "F19", "in_service": false, "parts": []}
225	238	2024-01-28 11:17:00	brakes	3	2024-01-29 04:56:00	4216.41	{"code": "F22", "in_service": true, "parts": [{"name": "board", "qty": 3}]}
226	257	2024-01-29 19:07:00	hvac	2	2024-01-31 19:49:00	538.45	{"code": "F79", "in_service": false, "parts": [{"name": "board", "qty": 3}, {"name": "board", "qty": 1}]}
227	233	2024-01-29 23:47:00	doors	3	2024-01-30 18:51:00	4686.29	{"code": "F79", "in_service": true, "parts": []}
228	203	2024-01-30 05:37:00	pantograph	4	2024-02-02 09:43:00	\N	{"code": "F31", "in_service": true, "parts": [{"name": "valve", "qty": 2}]}
229	247	2024-01-31 17:57:00	doors	2	2024-02-03 04:24:00	\N	{"code": "F65", "in_service": true, "parts": [{"name": "valve", "qty": 2}]}
230	225	2024-02-02 05:24:00	brakes	2	2024-02-02 09:50:00	392.35	{"code": "F58", "in_service": true, "parts": []}
231	249	2024-02-03 00:17:00	pantograph	2	2024-02-05 05:31:00	\N	{"code": "F87", "in_service": false, "parts": [{"name": "board", "qty": 3}]}
232	254	2024-02-04 04:08:00	traction	4	2024-02-12 17:10:00	5455.77	{"code": "F31", "in_service": false, "parts": []}
233	234	2024-02-04 04:10:00	traction	1	2024-02-04 18:49:00	787.16	{"code": "F58", "in_service": true, "parts": [{"name": "motor", "qty": 1}, {"name": "board", "qty": 3}]}
234	268	2024-02-06 07:36:00	passenger info	3	2024-02-08 14:19:00	2510.85	{"code": "F22", "in_service": false, "parts": [{"name": "board", "qty": 2}, {"name": "board", "qty": 1}]}
235	218	2024-02-06 10:04:00	traction	3	2024-02-11 21:05:00	2301.81	{"code": "F46", "in_service": true, "parts": [{"name": "board", "qty": 2}, {"name": "seal", "qty": 2}]}
236	219	2024-02-06 10:09:00	passenger info	4	2024-02-10 12:14:00	1186.62	{"code": "F80", "in_service": false, "parts": [{"name": "relay", "qty": 1}, {"name": "seal", "qty": 2}]}
237	233	2024-02-06 12:51:00	passenger info	1	2024-02-06 17:08:00	93.36	{"code": "F60", "in_service": false, "parts": []}
238	223	2024-02-06 20:50:00	doors	2	2024-02-07 20:32:00	2507.92	{"code": "F57", "in_service": true, "parts": []}
239	221	2024-02-06 23:03:00	passenger info	1	2024-02-07 17:19:00	841.94	{"code": "F65", "in_service": true, "parts": [{"name": "board", "qty": 2}, {"name": "motor", "qty": 1}]}
240	225	2024-02-07 02:28:00	passenger info	1	2024-02-07 15:05:00	534.48	{"code": "F18", "in_service": true, "parts": [{"name": "motor", "qty": 3}]}
241	220	2024-02-07 05:05:00	passenger info	1	2024-02-08 00:48:00	97.47	{"code": "F33", "in_service": true, "parts": [{"name": "motor", "qty": 3}, {"name": "board", "qty": 3}]}
242	230	2024-02-09 13:56:00	passenger info	1	2024-02-09 16:58:00	112.04	{"code": "F55", "in_service": false, "parts": [{"name": "board", "qty": 3}]}
243	212	2024-02-09 15:48:00	passenger info	1	2024-02-10 12:03:00	724.68	{"code": "F59", "in_service": true, "parts": []}
244	224	2024-02-11 17:31:00	doors	2	2024-02-13 16:02:00	253.7	{"code": "F63", "in_service": false, "parts": [{"name": "board", "qty": 3}]}
245	241	2024-02-13 07:10:00	brakes	2	2024-02-14 12:02:00	952.07	{"code": "F69", "in_service": false, "parts": [{"name": "seal", "qty": 3}]}
246	222	2024-02-14 08:39:00	passenger info	2	2024-02-16 04:40:00	640.04	{"code": "F88", "in_service": false, "parts": [{"name": "valve", "qty": 1}]}
247	267	2024-02-14 10:12:00	traction	3	\N	\N	{"code": "F26", "in_service": false, "parts": [{"name": "relay", "qty": 1}]}
248	252	2024-02-16 18:59:00	hvac	3	2024-02-20 10:03:00	5072.72	{"code": "F27", "in_service": false, "parts": [{"name": "motor", "qty": 2}, {"name": "relay", "qty": 1}]}
249	204	2024-02-18 00:26:00	traction	2	2024-02-19 06:58:00	1991.45	{"code": "F12", "in_service": true, "parts": [{"name": "relay", "qty": 1}]}
250	224	2024-02-20 00:53:00	hvac	3	2024-02-22 19:24:00	\N	{"code": "F91", "in_service": false, "parts": [{"name": "relay", "qty": 1}, {"name": "board", "qty": 1}]}
251	232	2024-02-20 01:33:00	doors	2	2024-02-21 07:23:00	252.63	{"code": "F98", "in_service": true, "parts": []}
252	269	2024-02-20 16:45:00	doors	2	2024-02-23 03:29:00	\N	{"code": "F72", "in_service": false, "parts": [{"name": "relay", "qty": 3}]}
253	247	2024-02-21 02:17:00	hvac	1	2024-02-21 23:41:00	576.07	{"code": "F63", "in_service": true, "parts": [{"name": "seal", "qty": 1}]}
254	211	2024-02-21 09:21:00	hvac	2	2024-02-21 23:55:00	2546.15	{"code": "F51", "in_service": false, "parts": [{"name": "relay", "qty": 1}, {"name": "motor", "qty": 3}]}
255	264	2024-02-22 04:18:00	pantograph	1	2024-02-23 05:14:00	161.17	{"code": "F29", "in_service": true, "parts": []}
256	237	2024-02-22 19:32:00	hvac	1	2024-02-23 23:32:00	316.67	{"code": "F42", "in_service": false, "parts": [{"name": "motor", "qty": 3}, {"name": "board", "qty": 2}]}
257	251	2024-02-23 19:55:00	pantograph	1	2024-02-23 22:15:00	368.84	{"code": "F24", "in_service": false, "parts": [{"name": "relay", "qty": 2}]}
258	256	2024-02-24 05:36:00	hvac	1	\N	\N	{"code": "F49", "in_service": true, "parts": []}
259	202	2024-02-24 09:30:00	pantograph	2	2024-02-25 22:36:00	2150.42	{"code": "F16", "in_service": false, "parts": [{"name": "relay", "qty": 1}]}
260	237	2024-02-25 10:06:00	traction	2	2024-02-26 21:41:00	919.31	{"code": "F65", "in_service": false, "parts": [{"name": "seal", "qty": 1}]}
261	242	2024-02-25 21:16:00	brakes	3	2024-02-26 10:05:00	\N	{"code": "F96", "in_service": false, "parts": []}
262	219	2024-02-27 13:02:00	pantograph	3	2024-02-28 00:21:00	690.68	{"code": "F98", "in_service": false, "parts": [{"name": "valve", "qty": 2}]}
263	235	2024-02-28 03:08:00	pantograph	2	2024-02-29 00:43:00	489.12	{"code": "F75", "in_service": false, "parts": [{"name": "relay", "qty": 3}]}
264	206	2024-03-01 11:11:00	traction	1	2024-03-01 22:54:00	218.21	{"code": "F84", "in_service": false, "parts": [{"name": "valve", "qty": 3}]}
265	210	2024-03-01 11:20:00	brakes	3	2024-03-04 18:34:00	\N	{"code": "F80", "in_service": true, "parts": []}
266	210	2024-03-01 13:12:00	passenger info	4	2024-03-05 22:23:00	2061.34	{"code": "F77", "in_service": true, "parts": [{"name": "seal", "qty": 1}]}
267	266	2024-03-01 14:06:00	doors	1	2024-03-02 04:24:00	808.59	{"code": "F77", "in_service": false, "parts": [{"name": "board", "qty": 3}, {"name": "relay", "qty": 3}]}
268	207	2024-03-01 22:45:00	doors	1	2024-03-02 08:35:00	868.51	{"code": "F53", "in_service": false, "parts": []}
269	239	2024-03-02 00:00:00	pantograph	1	\N	\N	{"code": "F97", "in_service": true, "parts": []}
270	215	2024-03-02 18:39:00	brakes	2	\N	\N	{"code": "F11", "in_service": true, "parts": []}
271	216	2024-03-02 19:30:00	pantograph	2	2024-03-03 12:49:00	1627.54	{"code": "F72", "in_service": false, "parts": []}
272	266	2024-03-03 10:11:00	doors	3	2024-03-05 21:06:00	2072.88	{"code": "F95", "in_service": true, "parts": [{"name": "relay", "qty": 2}]}
273	243	2024-03-04 23:11:00	doors	1	2024-03-05 21:00:00	396.89	{"code": "F37", "in_service": true, "parts": [{"name": "relay", "qty": 2}]}
274	264	2024-03-05 08:02:00	doors	3	2024-03-05 14:36:00	4618.1	{"code": "F30", "in_service": true, "parts": [{"name": "motor", "qty": 3}]}
275	240	2024-03-06 00:10:00	passenger info	3	2024-03-08 13:34:00	4325.54	{"code": "F32", "in_service": false, "parts": [{"name": "seal", "qty": 1}, {"name": "board", "qty": 2}]}
276	253	2024-03-06 13:55:00	hvac	3	2024-03-07 18:00:00	892.66	{"code": "F58", "in_service": false, "parts": [{"name": "board", "qty": 2}, {"name": "valve", "qty": 3}]}
277	216	2024-03-08 01:26:00	doors	1	2024-03-08 04:52:00	138.13	{"code": "F58", "in_service": true, "parts": [{"name": "seal", "qty": 3}]}
278	254	2024-03-09 07:55:00	passenger info	3	2024-03-11 02:28:00	1251.56	{"code": "F27", "in_service": true, "parts": [{"name": "motor", "qty": 2}]}
279	236	2024-03-10 00:52:00	pantograph	1	2024-03-10 03:27:00	675.4	{"code": "F13", "in_service": true, "parts": [{"name": "valve", "qty": 3}]}
280	237	2024-03-10 12:58:00	brakes	2	2024-03-10 23:01:00	444.78	{"code": "F60", "in_service": true, "parts": [{"name": "motor", "qty": 1}]}
281	201	2024-03-12 11:21:00	traction	2	2024-03-15 21:19:00	597.63	{"code": "F39", "in_service": true, "parts": []}
282	207	2024-03-12 22:02:00	hvac	2	2024-03-14 20:33:00	\N	{"code": "F20", "in_service": false, "parts": [{"name": "relay", "qty": 2}]}
283	258	2024-03-14 16:17:00	doors	2	2024-03-15 21:22:00	824.9	{"code": "F43", "in_service": false, "parts": [{"name": "valve", "qty": 1}]}
284	221	2024-03-15 05:52:00	traction	3	2024-03-21 10:52:00	1429.99	{"code": "F50", "in_service": true, "parts": [{"name": "motor", "qty": 1}, {"name": "motor", "qty": 3}]}
285	210	2024-03-15 23:15:00	hvac	1	2024-03-16 23:52:00	\N	{"code": "F75", "in_service": false, "parts": [{"name": "valve", "qty": 3}, {"name": "valve", "qty": 2}]}
286	237	2024-03-18 01:23:00	pantograph	2	2024-03-19 15:08:00	2342.62	{"code": "F97", "in_service": false, "parts": []}
287	258	2024-03-18 04:14:00	doors	2	2024-03-19 04:45:00	2015.49	{"code": "F43", "in_service": true, "parts": [{"name": "motor", "qty": 2}]}
288	266	2024-03-19 18:10:00	traction	1	2024-03-22 00:08:00	143.12	{"code": "F75", "in_service": true, "parts": [{"name": "board", "qty": 2}]}
289	231	2024-03-19 22:35:00	hvac	3	2024-03-21 17:59:00	984.71	{"code": "F27", "in_service": false, "parts": [{"name": "seal", "qty": 1}]}
290	232	2024-03-19 22:56:00	hvac	2	2024-03-20 10:01:00	712.77	{"code": "F89", "in_service": false, "parts": [{"name": "seal", "qty": 1}]}
291	221	2024-03-20 11:10:00	pantograph	1	2024-03-21 01:46:00	505.19	{"code": "F42", "in_service": true, "parts": []}
292	219	2024-03-20 22:04:00	doors	3	2024-03-23 10:27:00	1099.12	{"code": "F38", "in_service": false, "parts": [{"name": "relay", "qty": 3}, {"name": "motor", "qty": 2}]}
293	207	2024-03-21 16:22:00	doors	3	\N	\N	{"code": "F68", "in_service": true, "parts": [{"name": "board", "qty": 3}, {"name": "motor", "qty": 2}]}
294	228	2024-03-21 17:12:00	traction	2	2024-03-23 06:53:00	703.69	{"code": "F23", "in_service": true, "parts": [{"name": "board", "qty": 3}]}
295	218	2024-03-22 10:58:00	brakes	2	2024-03-22 21:35:00	1549.85	{"code": "F51", "in_service": true, "parts": [{"name": "seal", "qty": 1}]}
296	229	2024-03-23 06:14:00	traction	2	\N	\N	{"code": "F43", "in_service": false, "parts": [{"name": "motor", "qty": 1}]}
297	260	2024-03-23 17:37:00	pantograph	2	2024-03-25 19:11:00	1225.64	{"code": "F26", "in_service": false, "parts": [{"name": "valve", "qty": 2}]}
298	212	2024-03-24 14:09:00	brakes	4	2024-03-26 05:07:00	956.02	{"code": "F76", "in_service": false, "parts": [{"name": "valve", "qty": 2}]}
299	235	2024-03-25 18:06:00	brakes	1	2024-03-26 08:23:00	152.43	{"code": "F30", "in_service": false, "parts": [{"name": "relay", "qty": 1}, {"name": "seal", "qty": 1}]}
300	201	2024-03-26 11:33:00	hvac	3	2024-03-30 03:38:00	3310.5	{"code": "F97", "in_service": true, "parts": []}
301	262	2024-03-27 00:46:00	traction	1	2024-03-27 09:56:00	68.5	{"code": "F24", "in_service": true, "parts": [{"name": "board", "qty": 2}, {"name": "seal", "qty": 2}]}
302	219	2024-03-27 04:21:00	passenger info	3	2024-03-27 16:50:00	2399.96	{"code": "F24", "in_service": true, "parts": []}
303	234	2024-03-29 05:32:00	doors	1	2024-03-30 09:00:00	492.32	{"code": "F13", "in_service": false, "parts": [{"name": "relay", "qty": 1}]}
304	208	2024-04-01 06:53:00	traction	1	2024-04-03 12:45:00	72.47	{"code": "F41", "in_service": false, "parts": [{"name": "board", "qty": 3}]}
305	240	2024-04-01 17:24:00	traction	3	2024-04-03 03:44:00	5022.3	{"code": "F17", "in_service": false, "parts": [{"name": "seal", "qty": 2}]}
306	260	2024-04-01 20:54:00	hvac	2	2024-04-02 10:36:00	662.81	{"code": "F40", "in_service": true, "parts": [{"name": "seal", "qty": 2}, {"name": "seal", "qty": 2}]}
307	228	2024-04-03 16:00:00	passenger info	2	2024-04-05 13:40:00	1895.03	{"code": "F93", "in_service": true, "parts": []}
308	228	2024-04-03 19:45:00	passenger info	2	\N	\N	{"code": "F87", "in_service": false, "parts": [{"name": "valve", "qty": 3}, {"name": "seal", "qty": 2}]}
309	244	2024-04-04 01:17:00	traction	4	2024-04-04 10:58:00	7110.86	{"code": "F69", "in_service": true, "parts": [{"name": "motor", "qty": 1}, {"name": "relay", "qty": 3}]}
310	234	2024-04-05 14:14:00	pantograph	2	2024-04-06 10:41:00	360.74	{"code": "F94", "in_service": true, "parts": []}
311	224	2024-04-06 07:45:00	brakes	1	2024-04-06 15:14:00	640.9	{"code": "F16", "in_service": false, "parts": [{"name": "relay", "qty": 3}, {"name": "seal", "qty": 1}]}
312	236	2024-04-07 07:42:00	brakes	2	2024-04-09 01:01:00	836.79	{"code": "F70", "in_service": true, "parts": []}
313	227	2024-04-07 23:18:00	hvac	3	2024-04-09 23:21:00	\N	{"code": "F13", "in_service": false, "parts": []}
314	266	2024-04-08 08:50:00	hvac	1	2024-04-09 04:30:00	420.31	{"code": "F50", "in_service": false, "parts": []}
315	264	2024-04-09 21:18:00	passenger info	1	2024-04-10 10:52:00	119.44	{"code": "F52", "in_service": false, "parts": []}
316	269	2024-04-10 23:19:00	traction	3	2024-04-16 21:50:00	1973.37	{"code": "F24", "in_service": false, "parts": [{"name": "motor", "qty": 3}]}
317	266	2024-04-11 09:40:00	traction	2	2024-04-12 21:56:00	2615.83	{"code": "F43", "in_service": true, "parts": [{"name": "board", "qty": 1}]}
318	242	2024-04-13 12:23:00	brakes	3	2024-04-13 18:46:00	2196.74	{"code": "F23", "in_service": true, "parts": [{"name": "board", "qty": 1}, {"name": "valve", "qty": 2}]}
319	208	2024-04-14 15:39:00	brakes	3	\N	\N	{"code": "F38", "in_service": true, "parts": [{"name": "relay", "qty": 1}]}
320	269	2024-04-15 06:13:00	traction	2	2024-04-17 08:24:00	1336.91	{"code": "F51", "in_service": true, "parts": [{"name": "relay", "qty": 2}]}
321	214	2024-04-16 21:50:00	hvac	4	2024-04-21 08:32:00	5929.48	{"code": "F18", "in_service": false, "parts": [{"name": "board", "qty": 1}, {"name": "valve", "qty": 1}]}
322	218	2024-04-18 21:43:00	hvac	2	2024-04-19 02:09:00	1561.63	{"code": "F95", "in_service": true, "parts": [{"name": "board", "qty": 1}, {"name": "seal", "qty": 1}]}
323	220	2024-04-19 05:04:00	passenger info	2	2024-04-21 06:07:00	825.21	{"code": "F98", "in_service": false, "parts": []}
324	208	2024-04-19 16:55:00	brakes	2	2024-04-20 14:00:00	1786.12	{"code": "F54", "in_service": false, "parts": [{"name": "board", "qty": 1}]}
325	244	2024-04-20 14:02:00	brakes	2	2024-04-21 22:46:00	789.83	{"code": "F56", "in_service": false, "parts": [{"name": "board", "qty": 1}]}
326	231	2024-04-20 23:58:00	passenger info	4	2024-04-21 17:02:00	2067.38	{"code": "F13", "in_service": true, "parts": [{"name": "relay", "qty": 2}, {"name": "seal", "qty": 1}]}
327	228	2024-04-21 09:42:00	hvac	2	2024-04-21 22:20:00	1017.6	{"code": "F36", "in_service": false, "parts": []}
328	234	2024-04-22 21:09:00	passenger info	4	2024-04-23 03:48:00	5108.85	{"code": "F64", "in_service": true, "parts": []}
329	218	2024-04-23 08:22:00	doors	1	2024-04-23 20:27:00	182.57	{"code": "F97", "in_service": false, "parts": []}
330	244	2024-04-25 02:26:00	doors	2	2024-04-26 20:11:00	210.2	{"code": "F36", "in_service": true, "parts": [{"name": "motor", "qty": 2}]}
331	211	2024-04-28 04:59:00	traction	3	2024-04-29 07:20:00	4192.74	{"code": "F15", "in_service": false, "parts": [{"name": "relay", "qty": 1}]}
332	226	2024-04-28 09:22:00	pantograph	2	2024-04-29 07:25:00	606.32	{"code": "F84", "in_service": false, "parts": []}
333	238	2024-04-29 10:11:00	pantograph	2	2024-04-30 10:15:00	360.73	{"code": "F29", "in_service": true, "parts": [{"name": "relay", "qty": 2}, {"name": "board", "qty": 3}]}
334	262	2024-05-01 22:17:00	passenger info	3	2024-05-05 11:11:00	\N	{"code": "F38", "in_service": true, "parts": [{"name": "relay", "qty": 2}]}
335	228	2024-05-02 00:24:00	brakes	1	2024-05-02 03:52:00	892.97	{"code": "F11", "in_service": true, "parts": [{"name": "relay", "qty": 1}]}
336	256	2024-05-03 00:00:00	traction	1	2024-05-04 01:16:00	86.97	{"code": "F51", "in_service": false, "parts": [{"name": "motor", "qty": 1}]}
337	212	2024-05-07 01:35:00	traction	3	2024-05-07 09:13:00	4970.73	{"code": "F46", "in_service": false, "parts": [{"name": "motor", "qty": 2}, {"name": "board", "qty": 2}]}
338	230	2024-05-08 01:22:00	doors	4	2024-05-08 14:09:00	5884.22	{"code": "F46", "in_service": false, "parts": []}
339	207	2024-05-08 14:00:00	traction	2	2024-05-10 20:44:00	1188.44	{"code": "F86", "in_service": true, "parts": [{"name": "motor", "qty": 2}]}
340	230	2024-05-08 15:34:00	pantograph	2	2024-05-09 18:18:00	427.87	{"code": "F62", "in_service": false, "parts": [{"name": "motor", "qty": 2}]}
341	241	2024-05-09 02:47:00	brakes	2	2024-05-10 19:19:00	1050.16	{"code": "F49", "in_service": false, "parts": [{"name": "motor", "qty": 1}]}
342	238	2024-05-09 07:03:00	pantograph	2	2024-05-11 17:22:00	424.19	{"code": "F42", "in_service": true, "parts": [{"name": "relay", "qty": 3}, {"name": "valve", "qty": 2}]}
343	238	2024-05-09 12:14:00	traction	1	2024-05-11 11:53:00	\N	{"code": "F81", "in_service": true, "parts": []}
344	244	2024-05-10 09:36:00	pantograph	2	2024-05-11 10:00:00	1848.65	{"code": "F72", "in_service": true, "parts": [{"name": "board", "qty": 3}]}
345	255	2024-05-11 22:11:00	passenger info	1	2024-05-12 12:11:00	696.0	{"code": "F59", "in_service": false, "parts": []}
346	246	2024-05-13 01:08:00	doors	3	2024-05-15 11:00:00	4485.76	{"code": "F59", "in_service": true, "parts": [{"name": "board", "qty": 2}, {"name": "seal", "qty": 1}]}
347	256	2024-05-13 23:56:00	passenger info	2	\N	\N	{"code": "F35", "in_service": true, "parts": [{"name": "relay", "qty": 2}]}
348	214	2024-05-14 02:39:00	doors	3	2024-05-16 04:31:00	4689.87	{"code": "F40", "in_service": false, "parts": [{"name": "valve", "qty": 1}]}
349	264	2024-05-15 01:19:00	doors	4	2024-05-15 09:09:00	6066.89	{"code": "F46", "in_service": true, "parts": [{"name": "relay", "qty": 1}]}
350	258	2024-05-15 16:41:00	traction	2	2024-05-16 16:12:00	2471.17	{"code": "F89", "in_service": false, "parts": [{"name": "board", "qty": 2}]}
351	264	2024-05-16 16:28:00	pantograph	2	2024-05-17 14:22:00	691.23	{"code": "F92", "in_service": false, "parts": [{"name": "motor", "qty": 3}, {"name": "board", "qty": 1}]}
352	223	2024-05-19 08:43:00	doors	2	2024-05-20 16:49:00	993.92	{"code": "F82", "in_service": true, "parts": [{"name": "motor", "qty": 3}]}
353	223	2024-05-21 17:43:00	pantograph	2	2024-05-22 18:38:00	2235.03	{"code": "F12", "in_service": true, "parts": [{"name": "seal", "qty": 1}]}
354	247	2024-05-23 03:30:00	hvac	1	2024-05-23 15:26:00	261.49	{"code": "F31", "in_service": false, "parts": [{"name": "motor", "qty": 2}, {"name": "board", "qty": 3}]}
355	262	2024-05-25 21:40:00	hvac	1	2024-05-26 15:31:00	214.07	{"code": "F45", "in_service": false, "parts": [{"name": "motor", "qty": 1}]}
356	229	2024-05-26 16:53:00	pantograph	2	2024-05-28 04:20:00	1525.14	{"code": "F24", "in_service": true, "parts": [{"name": "board", "qty": 1}, {"name": "seal", "qty": 2}]}
357	220	2024-05-26 17:01:00	brakes	2	2024-05-27 13:54:00	857.68	{"code": "F22", "in_service": true, "parts": [{"name": "seal", "qty": 2}]}
358	215	2024-05-27 01:07:00	brakes	2	2024-05-29 08:33:00	2473.86	{"code": "F39", "in_service": false, "parts": [{"name": "seal", "qty": 1}, {"name": "board", "qty": 3}]}
359	252	2024-05-27 05:21:00	brakes	2	2024-05-27 13:59:00	612.66	{"code": "F36", "in_service": false, "parts": []}
360	253	2024-05-27 14:34:00	doors	3	2024-05-28 23:06:00	3071.09	{"code": "F40", "in_service": true, "parts": [{"name": "seal", "qty": 3}]}
361	221	2024-05-27 22:13:00	hvac	1	2024-05-28 20:54:00	870.48	{"code": "F95", "in_service": true, "parts": [{"name": "board", "qty": 2}, {"name": "valve", "qty": 1}]}
362	264	2024-05-28 20:41:00	pantograph	3	2024-05-31 12:30:00	1111.3	{"code": "F15", "in_service": false, "parts": [{"name": "valve", "qty": 1}]}
363	240	2024-05-30 12:44:00	traction	2	2024-06-03 00:21:00	2598.5	{"code": "F42", "in_service": false, "parts": [{"name": "seal", "qty": 3}]}
364	218	2024-05-30 14:25:00	doors	1	2024-05-31 02:07:00	869.94	{"code": "F37", "in_service": false, "parts": [{"name": "motor", "qty": 2}, {"name": "board", "qty": 2}]}
365	202	2024-05-31 22:44:00	passenger info	2	2024-06-02 09:25:00	746.82	{"code": "F63", "in_service": false, "parts": [{"name": "valve", "qty": 2}]}
366	250	2024-06-02 04:01:00	hvac	2	2024-06-03 13:19:00	2616.12	{"code": "F45", "in_service": true, "parts": []}
367	218	2024-06-02 21:00:00	pantograph	3	2024-06-04 05:02:00	465.06	{"code": "F78", "in_service": true, "parts": [{"name": "board", "qty": 1}, {"name": "motor", "qty": 2}]}
368	239	2024-06-03 11:00:00	pantograph	1	2024-06-04 11:33:00	246.83	{"code": "F57", "in_service": true, "parts": [{"name": "seal", "qty": 3}, {"name": "relay", "qty": 2}]}
369	210	2024-06-03 11:22:00	hvac	2	2024-06-05 00:57:00	2098.76	{"code": "F24", "in_service": true, "parts": []}
370	225	2024-06-03 18:46:00	pantograph	2	\N	\N	{"code": "F96", "in_service": false, "parts": []}
371	241	2024-06-04 19:31:00	traction	3	2024-06-08 14:54:00	3640.33	{"code": "F80", "in_service": true, "parts": [{"name": "valve", "qty": 1}]}
372	207	2024-06-05 00:37:00	doors	3	2024-06-06 09:09:00	\N	{"code": "F48", "in_service": false, "parts": [{"name": "relay", "qty": 3}, {"name": "board", "qty": 2}]}
373	246	2024-06-05 01:35:00	passenger info	3	2024-06-07 15:57:00	4895.44	{"code": "F30", "in_service": false, "parts": [{"name": "board", "qty": 2}]}
374	258	2024-06-05 19:31:00	doors	3	2024-06-06 21:09:00	1356.32	{"code": "F74", "in_service": false, "parts": []}
375	241	2024-06-06 00:17:00	brakes	1	2024-06-07 00:58:00	818.75	{"code": "F17", "in_service": false, "parts": [{"name": "valve", "qty": 3}, {"name": "relay", "qty": 2}]}
376	240	2024-06-07 01:38:00	doors	2	2024-06-09 01:07:00	1430.68	{"code": "F50", "in_service": true, "parts": []}
377	236	2024-06-07 08:12:00	hvac	3	2024-06-10 12:59:00	2004.02	{"code": "F57", "in_service": false, "parts": [{"name": "valve", "qty": 3}]}
378	222	2024-06-08 09:28:00	brakes	1	2024-06-08 14:40:00	429.12	{"code": "F33", "in_service": true, "parts": [{"name": "board", "qty": 3}]}
379	209	2024-06-09 07:37:00	passenger info	4	2024-06-11 01:38:00	4278.97	{"code": "F79", "in_service": true, "parts": []}
380	210	2024-06-09 10:12:00	doors	3	2024-06-12 19:49:00	2776.24	{"code": "F29", "in_service": true, "parts": [{"name": "motor", "qty": 3}]}
381	248	2024-06-09 15:04:00	hvac	2	2024-06-11 15:00:00	2512.73	{"code": "F27", "in_service": true, "parts": [{"name": "relay", "qty": 1}]}
382	220	2024-06-10 06:37:00	hvac	3	2024-06-11 11:51:00	1255.06	{"code": "F63", "in_service": true, "parts": [{"name": "seal", "qty": 3}, {"name": "valve", "qty": 2}]}
383	243	2024-06-11 11:56:00	pantograph	2	2024-06-13 18:31:00	350.9	{"code": "F86", "in_service": false, "parts": []}
384	229	2024-06-11 21:51:00	traction	2	2024-06-14 23:02:00	\N	{"code": "F29", "in_service": true, "parts": []}
385	266	2024-06-12 19:07:00	doors	1	2024-06-13 08:49:00	488.45	{"code": "F55", "in_service": false, "parts": [{"name": "seal", "qty": 2}, {"name": "valve", "qty": 3}]}
386	237	2024-06-13 07:26:00	hvac	1	2024-06-14 07:43:00	691.16	{"code": "F43", "in_service": true, "parts": [{"name": "valve", "qty": 3}]}
387	211	2024-06-13 10:57:00	brakes	3	2024-06-16 08:32:00	4254.11	{"code": "F43", "in_service": true, "parts": [{"name": "motor", "qty": 2}]}
388	254	2024-06-14 07:17:00	pantograph	2	2024-06-15 18:05:00	1858.76	{"code": "F70", "in_service": true, "parts": []}
389	260	2024-06-18 14:03:00	passenger info	2	2024-06-19 02:33:00	\N	{"code": "F76", "in_service": true, "parts": [{"name": "motor", "qty": 1}, {"name": "relay", "qty": 1}]}
390	232	2024-06-18 16:01:00	pantograph	3	2024-06-19 20:51:00	3386.81	{"code": "F46", "in_service": false, "parts": []}
391	206	2024-06-19 18:11:00	doors	3	2024-06-20 05:10:00	1867.64	{"code": "F81", "in_service": true, "parts": [{"name": "board", "qty": 1}]}
392	247	2024-06-20 01:30:00	hvac	2	2024-06-21 00:58:00	1913.18	{"code": "F57", "in_service": false, "parts": [{"name": "valve", "qty": 2}, {"name": "motor", "qty": 2}]}
393	239	2024-06-20 05:32:00	passenger info	4	\N	\N	{"code": "F86", "in_service": false, "parts": [{"name": "motor", "qty": 1}]}
394	254	2024-06-20 18:17:00	pantograph	1	2024-06-21 06:17:00	101.6	{"code": "F71", "in_service": true, "parts": [{"name": "seal", "qty": 1}]}
395	260	2024-06-21 00:33:00	brakes	3	2024-06-24 11:12:00	\N	{"code": "F72", "in_service": false, "parts": [{"name": "seal", "qty": 3}]}
396	267	2024-06-21 01:29:00	hvac	1	2024-06-22 07:17:00	209.1	{"code": "F20", "in_service": true, "parts": [{"name": "motor", "qty": 1}, {"name": "motor", "qty": 2}]}
397	237	2024-06-22 21:30:00	hvac	1	2024-06-23 18:53:00	\N	{"code": "F28", "in_service": true, "parts": [{"name": "relay", "qty": 2}]}
398	249	2024-06-24 18:54:00	passenger info	1	2024-06-25 09:40:00	530.57	{"code": "F84", "in_service": false, "parts": [{"name": "board", "qty": 1}]}
399	219	2024-06-24 21:23:00	doors	1	2024-06-26 00:21:00	623.93	{"code": "F60", "in_service": true, "parts": [{"name": "seal", "qty": 2}]}
400	256	2024-06-26 06:36:00	traction	1	2024-06-27 14:08:00	698.17	{"code": "F26", "in_service": false, "parts": [{"name": "relay", "qty": 3}, {"name": "seal", "qty": 3}]}
401	269	2024-06-26 17:53:00	pantograph	1	2024-06-27 00:36:00	284.29	{"code": "F65", "in_service": true, "parts": [{"name": "board", "qty": 2}]}
\.

COPY inspections (inspection_id, tram_id, inspected_on, grade, inspector, findings) FROM stdin;
1	201	2022-09-19	A	Novak	[{"part": "brake", "wear_pct": 32}]
2	201	2022-12-31	B	Berg	[{"part": "brake", "wear_pct": 43}]
3	201	2023-06-15	C	Berg	[{"part": "coupler", "wear_pct": 69}]
4	201	2023-12-19	D	Berg	[{"part": "brake", "wear_pct": 80}]
5	201	2024-04-14	D	Novak	[{"part": "wheel", "wear_pct": 79}, {"part": "coupler", "wear_pct": 81}, {"part": "brake", "wear_pct": 85}]
6	202	2022-10-05	B	\N	[{"part": "pantograph", "wear_pct": 58}]
7	202	2023-03-16	C	Novak	[{"part": "wheel", "wear_pct": 37}, {"part": "coupler", "wear_pct": 69}, {"part": "brake", "wear_pct": 52}]
8	202	2023-08-11	B	\N	[{"part": "wheel", "wear_pct": 49}]
9	202	2024-02-05	C	Novak	[{"part": "brake", "wear_pct": 69}, {"part": "wheel", "wear_pct": 59}, {"part": "pantograph", "wear_pct": 75}]
10	203	2023-02-07	B	Sato	[{"part": "wheel", "wear_pct": 59}, {"part": "brake", "wear_pct": 45}]
11	203	2023-06-17	C	Novak	[{"part": "pantograph", "wear_pct": 66}]
12	203	2023-11-20	C	Berg	[{"part": "coupler", "wear_pct": 79}]
13	203	2024-03-04	B	Sato	[{"part": "coupler", "wear_pct": 40}, {"part": "wheel", "wear_pct": 20}]
14	203	2024-06-20	B	Novak	[{"part": "coupler", "wear_pct": 56}]
15	204	2022-09-27	A	Sato	[{"part": "wheel", "wear_pct": 20}, {"part": "brake", "wear_pct": 25}]
16	204	2023-01-28	B	Sato	[{"part": "wheel", "wear_pct": 32}, {"part": "pantograph", "wear_pct": 59}]
17	204	2023-05-20	C	Sato	[{"part": "coupler", "wear_pct": 56}, {"part": "brake", "wear_pct": 63}]
18	204	2023-09-17	D	Berg	[{"part": "brake", "wear_pct": 56}, {"part": "wheel", "wear_pct": 85}, {"part": "pantograph", "wear_pct": 50}]
19	204	2024-03-16	D	Berg	[{"part": "coupler", "wear_pct": 69}, {"part": "pantograph", "wear_pct": 90}]
20	205	2023-02-01	B	Berg	[{"part": "coupler", "wear_pct": 59}]
21	205	2023-05-18	B	Sato	[{"part": "coupler", "wear_pct": 45}, {"part": "pantograph", "wear_pct": 36}, {"part": "brake", "wear_pct": 44}]
22	205	2023-09-17	C	\N	[{"part": "coupler", "wear_pct": 74}, {"part": "brake", "wear_pct": 62}]
23	205	2024-01-02	B	Sato	[{"part": "brake", "wear_pct": 56}]
24	205	2024-05-19	D	Novak	[{"part": "coupler", "wear_pct": 70}, {"part": "wheel", "wear_pct": 89}]
25	206	2022-12-12	B	Berg	[{"part": "coupler", "wear_pct": 33}, {"part": "pantograph", "wear_pct": 40}]
26	206	2023-05-13	B	Berg	[{"part": "brake", "wear_pct": 49}]
27	206	2023-11-01	B	Berg	[{"part": "brake", "wear_pct": 37}]
28	206	2024-03-15	B	Novak	[{"part": "brake", "wear_pct": 58}, {"part": "pantograph", "wear_pct": 50}]
29	207	2023-02-04	B	Novak	[{"part": "wheel", "wear_pct": 56}]
30	207	2023-06-15	C	Novak	[{"part": "coupler", "wear_pct": 76}, {"part": "brake", "wear_pct": 64}, {"part": "pantograph", "wear_pct": 78}]
31	207	2023-12-11	C	Novak	[{"part": "brake", "wear_pct": 73}, {"part": "coupler", "wear_pct": 69}, {"part": "pantograph", "wear_pct": 58}]
32	207	2024-04-29	C	Sato	[{"part": "coupler", "wear_pct": 65}, {"part": "wheel", "wear_pct": 64}]
33	208	2022-11-20	A	Sato	[{"part": "coupler", "wear_pct": 34}]
34	208	2023-04-23	B	Novak	[{"part": "coupler", "wear_pct": 42}]
35	208	2023-08-19	C	Berg	[{"part": "pantograph", "wear_pct": 72}, {"part": "brake", "wear_pct": 64}, {"part": "wheel", "wear_pct": 56}]
36	208	2024-02-10	D	Berg	[{"part": "wheel", "wear_pct": 82}]
37	209	2023-03-01	A	Novak	[{"part": "wheel", "wear_pct": 20}]
38	209	2023-07-29	B	Berg	[{"part": "pantograph", "wear_pct": 21}, {"part": "coupler", "wear_pct": 43}, {"part": "wheel", "wear_pct": 22}]
39	209	2023-12-30	C	Novak	[{"part": "pantograph", "wear_pct": 28}, {"part": "brake", "wear_pct": 60}]
40	210	2022-11-20	C	Sato	[{"part": "coupler", "wear_pct": 52}, {"part": "brake", "wear_pct": 61}]
41	210	2023-03-19	B	\N	[{"part": "coupler", "wear_pct": 49}]
42	210	2023-08-13	D	Sato	[{"part": "coupler", "wear_pct": 80}]
43	210	2024-02-18	D	Sato	[{"part": "coupler", "wear_pct": 80}, {"part": "pantograph", "wear_pct": 68}, {"part": "brake", "wear_pct": 66}]
44	211	2022-12-14	A	\N	[{"part": "brake", "wear_pct": 11}]
45	211	2023-03-24	A	Novak	[{"part": "coupler", "wear_pct": 31}]
46	211	2023-08-01	B	\N	[{"part": "wheel", "wear_pct": 26}, {"part": "coupler", "wear_pct": 52}]
47	211	2023-11-12	C	Berg	[{"part": "coupler", "wear_pct": 53}, {"part": "pantograph", "wear_pct": 60}, {"part": "wheel", "wear_pct": 53}]
48	211	2024-05-16	C	Berg	[{"part": "pantograph", "wear_pct": 74}]
49	212	2022-10-18	A	Sato	[{"part": "brake", "wear_pct": 28}, {"part": "coupler", "wear_pct": 12}]
50	212	2023-02-24	B	Berg	[{"part": "wheel", "wear_pct": 39}]
51	212	2023-07-02	B	Sato	[{"part": "pantograph", "wear_pct": 59}, {"part": "brake", "wear_pct": 51}]
52	212	2023-12-06	C	Berg	[{"part": "brake", "wear_pct": 50}, {"part": "coupler", "wear_pct": 71}, {"part": "wheel", "wear_pct": 46}]
53	212	2024-03-27	C	Novak	[{"part": "brake", "wear_pct": 77}]
54	213	2023-01-08	B	Sato	[{"part": "pantograph", "wear_pct": 38}, {"part": "coupler", "wear_pct": 13}, {"part": "brake", "wear_pct": 27}]
55	213	2023-05-03	B	\N	[{"part": "brake", "wear_pct": 50}, {"part": "pantograph", "wear_pct": 36}, {"part": "wheel", "wear_pct": 34}]
56	214	2022-11-24	B	Sato	[{"part": "brake", "wear_pct": 36}, {"part": "coupler", "wear_pct": 22}]
57	214	2023-04-03	B	Berg	[{"part": "coupler", "wear_pct": 35}, {"part": "brake", "wear_pct": 28}, {"part": "wheel", "wear_pct": 45}]
58	214	2023-09-16	B	Novak	[{"part": "wheel", "wear_pct": 42}, {"part": "pantograph", "wear_pct": 55}, {"part": "coupler", "wear_pct": 51}]
59	214	2024-02-10	D	Berg	[{"part": "pantograph", "wear_pct": 82}, {"part": "coupler", "wear_pct": 81}]
60	215	2022-09-07	A	Sato	[{"part": "pantograph", "wear_pct": 34}]
61	215	2023-01-11	B	Berg	[{"part": "coupler", "wear_pct": 31}, {"part": "pantograph", "wear_pct": 51}]
62	215	2023-07-13	B	Novak	[{"part": "wheel", "wear_pct": 48}, {"part": "coupler", "wear_pct": 55}]
63	215	2023-11-19	C	Novak	[{"part": "coupler", "wear_pct": 79}]
64	215	2024-05-02	D	Berg	[{"part": "pantograph", "wear_pct": 76}, {"part": "coupler", "wear_pct": 95}]
65	216	2022-09-24	A	Novak	[{"part": "brake", "wear_pct": 25}, {"part": "pantograph", "wear_pct": 32}, {"part": "wheel", "wear_pct": 12}]
66	216	2023-03-01	B	Sato	[{"part": "coupler", "wear_pct": 49}, {"part": "pantograph", "wear_pct": 25}]
67	216	2023-07-15	C	Berg	[{"part": "brake", "wear_pct": 63}, {"part": "pantograph", "wear_pct": 60}]
68	216	2023-11-13	B	Novak	[{"part": "pantograph", "wear_pct": 39}, {"part": "coupler", "wear_pct": 45}]
69	216	2024-03-27	B	Novak	[{"part": "wheel", "wear_pct": 49}, {"part": "pantograph", "wear_pct": 55}]
70	217	2023-02-24	B	Novak	[{"part": "coupler", "wear_pct": 39}, {"part": "wheel", "wear_pct": 38}, {"part": "brake", "wear_pct": 17}]
71	217	2023-06-16	A	Berg	[{"part": "coupler", "wear_pct": 26}, {"part": "pantograph", "wear_pct": 33}]
72	218	2022-12-17	A	Novak	[{"part": "coupler", "wear_pct": 23}, {"part": "pantograph", "wear_pct": 24}]
73	218	2023-04-02	A	Sato	[{"part": "brake", "wear_pct": 27}]
74	218	2023-07-21	B	Novak	[{"part": "wheel", "wear_pct": 39}, {"part": "brake", "wear_pct": 55}, {"part": "pantograph", "wear_pct": 53}]
75	218	2023-12-13	B	Berg	[{"part": "coupler", "wear_pct": 35}]
76	218	2024-05-21	C	Berg	[{"part": "coupler", "wear_pct": 73}]
77	219	2022-09-27	B	Berg	[{"part": "wheel", "wear_pct": 35}]
78	219	2023-01-13	A	\N	[{"part": "pantograph", "wear_pct": 33}, {"part": "brake", "wear_pct": 20}]
79	219	2023-06-25	C	Berg	[{"part": "brake", "wear_pct": 57}, {"part": "coupler", "wear_pct": 64}]
80	219	2023-10-30	C	Berg	[{"part": "pantograph", "wear_pct": 58}, {"part": "wheel", "wear_pct": 76}, {"part": "coupler", "wear_pct": 75}]
81	219	2024-04-01	D	Sato	[{"part": "coupler", "wear_pct": 91}, {"part": "wheel", "wear_pct": 75}, {"part": "pantograph", "wear_pct": 64}]
82	220	2023-01-22	A	Sato	[{"part": "wheel", "wear_pct": 21}]
83	220	2023-07-22	B	Berg	[{"part": "brake", "wear_pct": 32}, {"part": "wheel", "wear_pct": 51}]
84	220	2024-01-09	C	Berg	[{"part": "pantograph", "wear_pct": 42}, {"part": "wheel", "wear_pct": 62}, {"part": "coupler", "wear_pct": 41}]
85	220	2024-04-27	C	Berg	[{"part": "coupler", "wear_pct": 77}, {"part": "brake", "wear_pct": 73}, {"part": "wheel", "wear_pct": 50}]
86	221	2022-09-07	B	Berg	[{"part": "brake", "wear_pct": 43}, {"part": "wheel", "wear_pct": 53}]
87	221	2023-01-24	B	Novak	[{"part": "wheel", "wear_pct": 50}]
88	221	2023-06-30	D	Novak	[{"part": "wheel", "wear_pct": 93}]
89	221	2023-12-19	D	Berg	[{"part": "coupler", "wear_pct": 93}, {"part": "brake", "wear_pct": 71}, {"part": "pantograph", "wear_pct": 89}]
90	221	2024-06-14	B	Berg	[{"part": "coupler", "wear_pct": 41}]
91	222	2022-09-12	A	Novak	[{"part": "wheel", "wear_pct": 24}]
92	222	2023-01-05	B	Novak	[{"part": "wheel", "wear_pct": 41}, {"part": "coupler", "wear_pct": 38}]
93	222	2023-06-17	B	Berg	[{"part": "pantograph", "wear_pct": 41}, {"part": "wheel", "wear_pct": 44}, {"part": "coupler", "wear_pct": 49}]
94	222	2023-11-24	C	Berg	[{"part": "brake", "wear_pct": 62}]
95	222	2024-04-02	C	Berg	[{"part": "wheel", "wear_pct": 73}, {"part": "coupler", "wear_pct": 51}]
96	223	2022-10-07	B	Novak	[{"part": "coupler", "wear_pct": 49}, {"part": "wheel", "wear_pct": 26}]
97	223	2023-04-08	C	Berg	[{"part": "brake", "wear_pct": 54}, {"part": "pantograph", "wear_pct": 55}, {"part": "wheel", "wear_pct": 72}]
98	223	2023-09-21	B	Berg	[{"part": "wheel", "wear_pct": 56}]
99	223	2024-03-19	C	Berg	[{"part": "coupler", "wear_pct": 64}, {"part": "pantograph", "wear_pct": 62}, {"part": "wheel", "wear_pct": 77}]
100	224	2022-09-04	B	Berg	[{"part": "pantograph", "wear_pct": 23}, {"part": "coupler", "wear_pct": 47}]
101	224	2022-12-26	B	Novak	[{"part": "coupler", "wear_pct": 59}, {"part": "wheel", "wear_pct": 27}]
102	224	2023-06-21	B	Sato	[{"part": "pantograph", "wear_pct": 39}, {"part": "wheel", "wear_pct": 44}]
103	224	2023-12-04	C	Sato	[{"part": "brake", "wear_pct": 60}, {"part": "pantograph", "wear_pct": 69}, {"part": "wheel", "wear_pct": 53}]
104	224	2024-05-06	C	Novak	[{"part": "wheel", "wear_pct": 61}, {"part": "brake", "wear_pct": 61}, {"part": "pantograph", "wear_pct": 55}]
105	225	2022-09-01	C	Sato	[{"part": "pantograph", "wear_pct": 60}, {"part": "coupler", "wear_pct": 47}, {"part": "brake", "wear_pct": 41}]
106	225	2023-01-08	C	Novak	[{"part": "pantograph", "wear_pct": 77}]
107	225	2023-06-29	C	Novak	[{"part": "wheel", "wear_pct": 72}, {"part": "coupler", "wear_pct": 55}]
108	225	2023-10-20	D	Novak	[{"part": "wheel", "wear_pct": 78}, {"part": "pantograph", "wear_pct": 94}, {"part": "coupler", "wear_pct": 98}]
109	225	2024-02-23	B	Berg	[{"part": "brake", "wear_pct": 38}, {"part": "wheel", "wear_pct": 40}]
110	226	2022-11-28	A	Novak	[{"part": "brake", "wear_pct": 25}]
111	226	2023-05-16	A	\N	[{"part": "wheel", "wear_pct": 10}, {"part": "brake", "wear_pct": 18}]
112	226	2023-10-03	B	Berg	[{"part": "wheel", "wear_pct": 43}, {"part": "pantograph", "wear_pct": 23}]
113	226	2024-02-02	B	\N	[{"part": "pantograph", "wear_pct": 35}, {"part": "wheel", "wear_pct": 32}, {"part": "coupler", "wear_pct": 33}]
114	227	2023-02-25	B	Novak	[{"part": "wheel", "wear_pct": 36}, {"part": "brake", "wear_pct": 17}, {"part": "pantograph", "wear_pct": 6}]
115	227	2023-08-17	B	Berg	[{"part": "wheel", "wear_pct": 43}, {"part": "coupler", "wear_pct": 48}]
116	227	2024-02-18	B	Berg	[{"part": "pantograph", "wear_pct": 41}, {"part": "coupler", "wear_pct": 21}]
117	227	2024-06-21	C	Sato	[{"part": "pantograph", "wear_pct": 66}]
118	228	2023-01-29	B	Sato	[{"part": "pantograph", "wear_pct": 50}, {"part": "brake", "wear_pct": 52}, {"part": "coupler", "wear_pct": 49}]
119	228	2023-05-25	C	Sato	[{"part": "pantograph", "wear_pct": 64}, {"part": "coupler", "wear_pct": 64}, {"part": "brake", "wear_pct": 52}]
120	228	2023-10-19	B	Novak	[{"part": "wheel", "wear_pct": 38}, {"part": "pantograph", "wear_pct": 29}, {"part": "coupler", "wear_pct": 31}]
121	228	2024-04-05	B	Novak	[{"part": "pantograph", "wear_pct": 44}]
122	229	2023-02-15	C	Sato	[{"part": "pantograph", "wear_pct": 63}, {"part": "wheel", "wear_pct": 60}]
123	229	2023-05-28	C	Novak	[{"part": "coupler", "wear_pct": 69}]
124	229	2023-09-21	C	Berg	[{"part": "brake", "wear_pct": 65}, {"part": "wheel", "wear_pct": 76}]
125	229	2024-02-04	C	Berg	[{"part": "pantograph", "wear_pct": 70}, {"part": "coupler", "wear_pct": 66}]
126	229	2024-06-18	D	Berg	[{"part": "wheel", "wear_pct": 93}, {"part": "brake", "wear_pct": 71}]
127	230	2022-11-19	B	Berg	[{"part": "coupler", "wear_pct": 26}, {"part": "wheel", "wear_pct": 39}]
128	230	2023-04-07	B	Novak	[{"part": "brake", "wear_pct": 55}]
129	230	2023-10-13	B	Sato	[{"part": "coupler", "wear_pct": 49}]
130	230	2024-03-05	C	Berg	[{"part": "wheel", "wear_pct": 63}, {"part": "coupler", "wear_pct": 47}]
131	231	2023-02-07	B	Berg	[{"part": "pantograph", "wear_pct": 59}, {"part": "wheel", "wear_pct": 38}, {"part": "brake", "wear_pct": 45}]
132	231	2023-07-23	B	Novak	[{"part": "coupler", "wear_pct": 38}]
133	231	2023-12-02	B	Sato	[{"part": "coupler", "wear_pct": 48}]
134	231	2024-05-15	B	Berg	[{"part": "brake", "wear_pct": 57}]
135	232	2022-10-10	B	Berg	[{"part": "coupler", "wear_pct": 57}]
136	232	2023-04-01	B	\N	[{"part": "coupler", "wear_pct": 55}]
137	232	2023-07-11	C	Novak	[{"part": "wheel", "wear_pct": 75}]
138	232	2023-12-08	D	Sato	[{"part": "wheel", "wear_pct": 83}]
139	232	2024-06-04	A	Sato	[{"part": "coupler", "wear_pct": 13}]
140	233	2022-09-05	B	Novak	[{"part": "pantograph", "wear_pct": 37}]
141	233	2022-12-14	B	Sato	[{"part": "pantograph", "wear_pct": 37}]
142	233	2023-05-26	C	Sato	[{"part": "wheel", "wear_pct": 60}]
143	233	2023-09-25	C	Novak	[{"part": "coupler", "wear_pct": 67}, {"part": "pantograph", "wear_pct": 79}]
144	233	2024-03-07	D	Novak	[{"part": "brake", "wear_pct": 78}, {"part": "coupler", "wear_pct": 84}]
145	234	2023-02-01	B	Novak	[{"part": "pantograph", "wear_pct": 38}, {"part": "brake", "wear_pct": 42}]
146	234	2023-05-17	C	Berg	[{"part": "brake", "wear_pct": 77}, {"part": "wheel", "wear_pct": 52}]
147	234	2023-10-11	D	Novak	[{"part": "brake", "wear_pct": 80}, {"part": "wheel", "wear_pct": 69}]
148	234	2024-02-23	D	Novak	[{"part": "brake", "wear_pct": 95}, {"part": "coupler", "wear_pct": 78}, {"part": "pantograph", "wear_pct": 68}]
149	235	2023-02-28	B	Berg	[{"part": "pantograph", "wear_pct": 35}]
150	235	2023-08-15	A	Berg	[{"part": "wheel", "wear_pct": 14}]
151	235	2024-01-01	B	Berg	[{"part": "coupler", "wear_pct": 52}, {"part": "brake", "wear_pct": 49}, {"part": "wheel", "wear_pct": 30}]
152	235	2024-05-18	C	Berg	[{"part": "brake", "wear_pct": 68}, {"part": "wheel", "wear_pct": 69}, {"part": "pantograph", "wear_pct": 43}]
153	236	2022-10-07	A	Sato	[{"part": "pantograph", "wear_pct": 16}]
154	236	2023-03-12	A	Berg	[{"part": "pantograph", "wear_pct": 17}, {"part": "brake", "wear_pct": 32}]
155	236	2023-07-13	B	Berg	[{"part": "pantograph", "wear_pct": 43}, {"part": "coupler", "wear_pct": 32}]
156	236	2024-01-04	B	\N	[{"part": "pantograph", "wear_pct": 43}, {"part": "brake", "wear_pct": 35}]
157	236	2024-05-02	B	Berg	[{"part": "brake", "wear_pct": 44}, {"part": "pantograph", "wear_pct": 45}]
158	237	2022-10-29	B	Novak	[{"part": "coupler", "wear_pct": 23}, {"part": "wheel", "wear_pct": 34}, {"part": "brake", "wear_pct": 49}]
159	237	2023-03-10	B	Sato	[{"part": "wheel", "wear_pct": 51}, {"part": "pantograph", "wear_pct": 40}, {"part": "coupler", "wear_pct": 56}]
160	237	2023-08-24	B	\N	[{"part": "coupler", "wear_pct": 46}, {"part": "brake", "wear_pct": 47}]
161	237	2024-01-12	C	\N	[{"part": "pantograph", "wear_pct": 65}]
162	237	2024-05-30	C	\N	[{"part": "brake", "wear_pct": 72}]
163	238	2023-01-10	B	Sato	[{"part": "wheel", "wear_pct": 54}]
164	238	2023-04-25	C	Sato	[{"part": "coupler", "wear_pct": 62}]
165	238	2023-10-21	C	Berg	[{"part": "wheel", "wear_pct": 73}]
166	238	2024-02-11	C	Sato	[{"part": "pantograph", "wear_pct": 72}]
167	238	2024-05-30	A	Sato	[{"part": "pantograph", "wear_pct": 3}, {"part": "coupler", "wear_pct": 9}]
168	239	2023-01-10	B	Berg	[{"part": "coupler", "wear_pct": 39}, {"part": "wheel", "wear_pct": 50}, {"part": "brake", "wear_pct": 41}]
169	239	2023-07-15	C	Sato	[{"part": "brake", "wear_pct": 62}, {"part": "pantograph", "wear_pct": 43}, {"part": "coupler", "wear_pct": 38}]
170	239	2024-01-14	C	Sato	[{"part": "coupler", "wear_pct": 76}, {"part": "wheel", "wear_pct": 76}]
171	240	2022-12-22	B	Novak	[{"part": "wheel", "wear_pct": 34}, {"part": "brake", "wear_pct": 28}, {"part": "pantograph", "wear_pct": 40}]
172	240	2023-06-27	C	Sato	[{"part": "wheel", "wear_pct": 65}, {"part": "brake", "wear_pct": 63}]
173	240	2023-12-22	C	Berg	[{"part": "wheel", "wear_pct": 48}, {"part": "brake", "wear_pct": 65}]
174	240	2024-05-03	C	Sato	[{"part": "brake", "wear_pct": 62}, {"part": "pantograph", "wear_pct": 54}, {"part": "coupler", "wear_pct": 58}]
175	241	2023-03-04	C	Berg	[{"part": "wheel", "wear_pct": 50}, {"part": "brake", "wear_pct": 64}]
176	241	2023-09-04	B	\N	[{"part": "wheel", "wear_pct": 53}]
177	241	2024-01-12	D	Sato	[{"part": "pantograph", "wear_pct": 70}, {"part": "coupler", "wear_pct": 92}, {"part": "wheel", "wear_pct": 70}]
178	241	2024-05-27	D	Sato	[{"part": "brake", "wear_pct": 90}]
179	242	2023-02-06	B	Berg	[{"part": "brake", "wear_pct": 38}]
180	242	2023-07-13	C	Berg	[{"part": "pantograph", "wear_pct": 60}]
181	242	2023-12-08	C	Berg	[{"part": "coupler", "wear_pct": 43}, {"part": "pantograph", "wear_pct": 70}]
182	242	2024-06-13	D	Novak	[{"part": "wheel", "wear_pct": 80}, {"part": "pantograph", "wear_pct": 78}, {"part": "coupler", "wear_pct": 73}]
183	243	2023-01-07	A	Sato	[{"part": "wheel", "wear_pct": 32}]
184	243	2023-05-01	D	Sato	[{"part": "pantograph", "wear_pct": 80}, {"part": "coupler", "wear_pct": 56}]
185	243	2023-10-23	D	\N	[{"part": "pantograph", "wear_pct": 53}, {"part": "wheel", "wear_pct": 84}, {"part": "brake", "wear_pct": 56}]
186	243	2024-02-02	D	Novak	[{"part": "wheel", "wear_pct": 69}, {"part": "coupler", "wear_pct": 88}, {"part": "brake", "wear_pct": 80}]
187	243	2024-06-21	C	\N	[{"part": "brake", "wear_pct": 76}, {"part": "pantograph", "wear_pct": 67}]
188	244	2023-01-24	A	Sato	[{"part": "pantograph", "wear_pct": 28}, {"part": "brake", "wear_pct": 11}, {"part": "wheel", "wear_pct": 21}]
189	244	2023-05-21	B	Novak	[{"part": "brake", "wear_pct": 48}, {"part": "coupler", "wear_pct": 50}]
190	244	2023-09-19	A	Sato	[{"part": "brake", "wear_pct": 28}, {"part": "pantograph", "wear_pct": 28}]
191	244	2024-02-10	B	Sato	[{"part": "coupler", "wear_pct": 48}]
192	245	2022-12-11	A	Sato	[{"part": "wheel", "wear_pct": 10}, {"part": "coupler", "wear_pct": 10}, {"part": "brake", "wear_pct": 9}]
193	245	2023-04-06	B	Novak	[{"part": "wheel", "wear_pct": 19}, {"part": "brake", "wear_pct": 45}, {"part": "coupler", "wear_pct": 25}]
194	246	2022-10-08	B	Berg	[{"part": "coupler", "wear_pct": 48}, {"part": "pantograph", "wear_pct": 45}, {"part": "brake", "wear_pct": 54}]
195	246	2023-02-23	B	Sato	[{"part": "coupler", "wear_pct": 32}, {"part": "brake", "wear_pct": 51}]
196	246	2023-08-26	C	Sato	[{"part": "brake", "wear_pct": 62}, {"part": "pantograph", "wear_pct": 57}]
197	246	2023-12-10	B	Sato	[{"part": "coupler", "wear_pct": 46}]
198	246	2024-05-07	C	Sato	[{"part": "brake", "wear_pct": 64}]
199	247	2022-11-14	B	Sato	[{"part": "wheel", "wear_pct": 37}, {"part": "brake", "wear_pct": 52}]
200	247	2023-04-17	B	Berg	[{"part": "coupler", "wear_pct": 42}, {"part": "pantograph", "wear_pct": 54}]
201	247	2023-08-31	B	Novak	[{"part": "coupler", "wear_pct": 45}, {"part": "wheel", "wear_pct": 57}, {"part": "brake", "wear_pct": 39}]
202	247	2024-02-15	C	Berg	[{"part": "wheel", "wear_pct": 50}, {"part": "brake", "wear_pct": 61}, {"part": "pantograph", "wear_pct": 50}]
203	248	2023-01-23	A	Novak	[{"part": "brake", "wear_pct": 23}, {"part": "pantograph", "wear_pct": 32}, {"part": "wheel", "wear_pct": 31}]
204	248	2023-06-26	B	Sato	[{"part": "coupler", "wear_pct": 55}, {"part": "brake", "wear_pct": 46}, {"part": "pantograph", "wear_pct": 52}]
205	248	2023-11-26	C	\N	[{"part": "pantograph", "wear_pct": 72}]
206	248	2024-04-27	D	\N	[{"part": "coupler", "wear_pct": 81}]
207	249	2022-11-25	C	Novak	[{"part": "coupler", "wear_pct": 70}, {"part": "wheel", "wear_pct": 70}, {"part": "pantograph", "wear_pct": 67}]
208	249	2023-06-01	C	Novak	[{"part": "pantograph", "wear_pct": 65}]
209	249	2023-11-14	C	Sato	[{"part": "pantograph", "wear_pct": 63}, {"part": "brake", "wear_pct": 77}]
210	249	2024-04-23	B	Sato	[{"part": "pantograph", "wear_pct": 16}, {"part": "brake", "wear_pct": 35}]
211	250	2022-12-16	B	\N	[{"part": "wheel", "wear_pct": 35}, {"part": "brake", "wear_pct": 44}, {"part": "coupler", "wear_pct": 33}]
212	250	2023-04-04	B	Berg	[{"part": "brake", "wear_pct": 46}, {"part": "wheel", "wear_pct": 41}]
213	250	2023-08-04	C	Berg	[{"part": "wheel", "wear_pct": 75}]
214	250	2023-11-27	D	Berg	[{"part": "wheel", "wear_pct": 91}, {"part": "brake", "wear_pct": 89}, {"part": "coupler", "wear_pct": 84}]
215	250	2024-03-30	C	Novak	[{"part": "brake", "wear_pct": 77}]
216	251	2023-01-05	A	\N	[{"part": "coupler", "wear_pct": 20}, {"part": "brake", "wear_pct": 13}]
217	251	2023-06-26	A	Berg	[{"part": "coupler", "wear_pct": 31}, {"part": "pantograph", "wear_pct": 25}]
218	251	2023-11-26	B	\N	[{"part": "coupler", "wear_pct": 30}, {"part": "pantograph", "wear_pct": 40}, {"part": "wheel", "wear_pct": 52}]
219	251	2024-03-30	C	Novak	[{"part": "coupler", "wear_pct": 44}, {"part": "pantograph", "wear_pct": 63}]
220	252	2023-01-24	A	\N	[{"part": "brake", "wear_pct": 18}, {"part": "wheel", "wear_pct": 23}, {"part": "coupler", "wear_pct": 20}]
221	252	2023-06-03	A	Berg	[{"part": "coupler", "wear_pct": 34}]
222	252	2023-09-18	C	Sato	[{"part": "wheel", "wear_pct": 60}]
223	252	2024-03-07	C	Sato	[{"part": "wheel", "wear_pct": 79}]
224	253	2023-03-12	A	Berg	[{"part": "pantograph", "wear_pct": 30}, {"part": "brake", "wear_pct": 29}]
225	253	2023-07-19	B	Berg	[{"part": "pantograph", "wear_pct": 52}]
226	253	2024-01-08	B	Novak	[{"part": "brake", "wear_pct": 39}, {"part": "coupler", "wear_pct": 38}, {"part": "wheel", "wear_pct": 52}]
227	253	2024-04-20	C	Novak	[{"part": "brake", "wear_pct": 70}, {"part": "wheel", "wear_pct": 65}, {"part": "pantograph", "wear_pct": 79}]
228	254	2023-02-28	B	Berg	[{"part": "brake", "wear_pct": 53}, {"part": "wheel", "wear_pct": 51}]
229	254	2023-06-22	C	\N	[{"part": "pantograph", "wear_pct": 61}, {"part": "brake", "wear_pct": 63}, {"part": "coupler", "wear_pct": 55}]
230	254	2023-11-28	B	Sato	[{"part": "wheel", "wear_pct": 50}]
231	254	2024-04-27	D	Berg	[{"part": "coupler", "wear_pct": 87}]
232	255	2022-12-13	B	Berg	[{"part": "pantograph", "wear_pct": 48}, {"part": "brake", "wear_pct": 41}]
233	255	2023-05-26	B	Novak	[{"part": "pantograph", "wear_pct": 58}, {"part": "brake", "wear_pct": 49}, {"part": "coupler", "wear_pct": 54}]
234	255	2023-11-17	C	Sato	[{"part": "wheel", "wear_pct": 70}]
235	255	2024-05-22	C	Berg	[{"part": "wheel", "wear_pct": 67}, {"part": "brake", "wear_pct": 73}, {"part": "coupler", "wear_pct": 74}]
236	256	2022-11-04	C	Berg	[{"part": "coupler", "wear_pct": 73}, {"part": "brake", "wear_pct": 67}, {"part": "wheel", "wear_pct": 63}]
237	256	2023-03-24	C	Berg	[{"part": "brake", "wear_pct": 68}]
238	256	2023-09-19	A	Novak	[{"part": "brake", "wear_pct": 31}, {"part": "coupler", "wear_pct": 15}]
239	256	2024-01-18	A	Sato	[{"part": "brake", "wear_pct": 9}, {"part": "pantograph", "wear_pct": 8}, {"part": "coupler", "wear_pct": 34}]
240	256	2024-06-23	B	Sato	[{"part": "wheel", "wear_pct": 37}]
241	257	2023-01-05	B	Berg	[{"part": "brake", "wear_pct": 51}, {"part": "wheel", "wear_pct": 30}]
242	257	2023-05-20	B	Sato	[{"part": "coupler", "wear_pct": 38}]
243	257	2023-09-29	B	Novak	[{"part": "wheel", "wear_pct": 36}]
244	257	2024-03-25	C	Novak	[{"part": "pantograph", "wear_pct": 68}]
245	258	2022-09-14	B	Novak	[{"part": "brake", "wear_pct": 29}, {"part": "wheel", "wear_pct": 15}, {"part": "pantograph", "wear_pct": 41}]
246	258	2023-02-13	B	Berg	[{"part": "brake", "wear_pct": 28}, {"part": "coupler", "wear_pct": 45}, {"part": "wheel", "wear_pct": 46}]
247	258	2023-07-13	B	Berg	[{"part": "pantograph", "wear_pct": 57}]
248	258	2023-12-26	B	Berg	[{"part": "coupler", "wear_pct": 45}, {"part": "wheel", "wear_pct": 44}]
249	258	2024-05-22	C	Sato	[{"part": "pantograph", "wear_pct": 62}]
250	259	2023-02-11	B	Sato	[{"part": "wheel", "wear_pct": 18}, {"part": "brake", "wear_pct": 29}, {"part": "pantograph", "wear_pct": 50}]
251	260	2023-02-01	A	Sato	[{"part": "coupler", "wear_pct": 16}, {"part": "pantograph", "wear_pct": 27}, {"part": "wheel", "wear_pct": 9}]
252	260	2023-05-27	B	Novak	[{"part": "coupler", "wear_pct": 27}, {"part": "brake", "wear_pct": 29}, {"part": "pantograph", "wear_pct": 52}]
253	260	2023-11-04	C	Sato	[{"part": "brake", "wear_pct": 42}, {"part": "coupler", "wear_pct": 63}, {"part": "wheel", "wear_pct": 50}]
254	260	2024-05-01	B	Berg	[{"part": "coupler", "wear_pct": 48}]
255	261	2022-11-30	B	\N	[{"part": "wheel", "wear_pct": 38}]
256	261	2023-05-28	C	Sato	[{"part": "coupler", "wear_pct": 66}, {"part": "wheel", "wear_pct": 44}]
257	261	2023-11-11	C	Sato	[{"part": "coupler", "wear_pct": 52}, {"part": "brake", "wear_pct": 75}]
258	261	2024-04-04	C	Berg	[{"part": "coupler", "wear_pct": 68}, {"part": "wheel", "wear_pct": 77}, {"part": "brake", "wear_pct": 74}]
259	262	2022-11-13	B	Novak	[{"part": "brake", "wear_pct": 56}, {"part": "pantograph", "wear_pct": 52}]
260	262	2023-05-17	C	\N	[{"part": "pantograph", "wear_pct": 48}, {"part": "brake", "wear_pct": 43}, {"part": "coupler", "wear_pct": 69}]
261	262	2023-09-24	C	\N	[{"part": "wheel", "wear_pct": 61}, {"part": "pantograph", "wear_pct": 75}]
262	262	2024-02-28	C	Berg	[{"part": "brake", "wear_pct": 75}]
263	263	2022-12-10	B	Novak	[{"part": "wheel", "wear_pct": 43}, {"part": "brake", "wear_pct": 53}]
264	263	2023-05-23	D	Sato	[{"part": "coupler", "wear_pct": 80}]
265	264	2023-01-25	A	Novak	[{"part": "wheel", "wear_pct": 32}, {"part": "brake", "wear_pct": 28}, {"part": "coupler", "wear_pct": 31}]
266	264	2023-06-12	B	Berg	[{"part": "wheel", "wear_pct": 55}, {"part": "pantograph", "wear_pct": 40}]
267	264	2023-10-22	B	Sato	[{"part": "coupler", "wear_pct": 48}]
268	264	2024-03-04	C	Berg	[{"part": "coupler", "wear_pct": 72}]
269	265	2023-02-06	A	Novak	[{"part": "pantograph", "wear_pct": 4}]
270	265	2023-06-03	B	Sato	[{"part": "wheel", "wear_pct": 43}, {"part": "pantograph", "wear_pct": 42}]
271	265	2023-11-15	B	\N	[{"part": "coupler", "wear_pct": 27}, {"part": "pantograph", "wear_pct": 32}, {"part": "brake", "wear_pct": 59}]
272	265	2024-03-30	C	\N	[{"part": "wheel", "wear_pct": 68}]
273	266	2023-01-18	B	\N	[{"part": "coupler", "wear_pct": 37}, {"part": "wheel", "wear_pct": 30}]
274	266	2023-07-02	B	Berg	[{"part": "pantograph", "wear_pct": 40}, {"part": "wheel", "wear_pct": 54}, {"part": "brake", "wear_pct": 35}]
275	266	2023-11-12	C	Novak	[{"part": "coupler", "wear_pct": 61}, {"part": "brake", "wear_pct": 76}, {"part": "wheel", "wear_pct": 48}]
276	266	2024-03-21	C	Sato	[{"part": "brake", "wear_pct": 76}, {"part": "pantograph", "wear_pct": 70}, {"part": "wheel", "wear_pct": 68}]
277	267	2022-11-14	B	Berg	[{"part": "pantograph", "wear_pct": 47}, {"part": "brake", "wear_pct": 24}]
278	267	2023-04-09	C	Novak	[{"part": "brake", "wear_pct": 62}]
279	267	2023-09-26	B	Novak	[{"part": "coupler", "wear_pct": 35}, {"part": "pantograph", "wear_pct": 57}, {"part": "wheel", "wear_pct": 55}]
280	267	2024-02-06	D	Berg	[{"part": "pantograph", "wear_pct": 73}, {"part": "brake", "wear_pct": 85}, {"part": "wheel", "wear_pct": 57}]
281	268	2022-10-11	B	Sato	[{"part": "brake", "wear_pct": 47}]
282	268	2023-02-10	C	Sato	[{"part": "coupler", "wear_pct": 62}, {"part": "pantograph", "wear_pct": 66}]
283	268	2023-07-17	D	Berg	[{"part": "wheel", "wear_pct": 86}, {"part": "pantograph", "wear_pct": 64}]
284	268	2023-12-10	A	Berg	[{"part": "pantograph", "wear_pct": 32}, {"part": "coupler", "wear_pct": 16}]
285	268	2024-04-16	B	Novak	[{"part": "brake", "wear_pct": 50}, {"part": "coupler", "wear_pct": 50}]
286	269	2023-03-02	B	Berg	[{"part": "pantograph", "wear_pct": 44}]
287	269	2023-08-25	B	Sato	[{"part": "pantograph", "wear_pct": 54}, {"part": "wheel", "wear_pct": 50}]
288	269	2024-02-01	C	Novak	[{"part": "coupler", "wear_pct": 68}, {"part": "brake", "wear_pct": 78}]
289	269	2024-05-20	B	Novak	[{"part": "wheel", "wear_pct": 35}, {"part": "coupler", "wear_pct": 33}]
290	270	2022-09-23	A	Berg	[{"part": "brake", "wear_pct": 28}]
291	270	2023-01-23	B	Sato	[{"part": "pantograph", "wear_pct": 37}]
292	270	2023-05-30	C	Novak	[{"part": "wheel", "wear_pct": 63}, {"part": "coupler", "wear_pct": 65}]
293	270	2023-10-16	D	Sato	[{"part": "brake", "wear_pct": 71}, {"part": "wheel", "wear_pct": 83}]
294	270	2024-04-05	D	Sato	[{"part": "coupler", "wear_pct": 79}, {"part": "wheel", "wear_pct": 95}]
\.
-- dump complete
