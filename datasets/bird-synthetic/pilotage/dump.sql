-- Port pilotage: made up for auto-harness, MIT licence. Loaded by psql.
SET client_encoding = 'UTF8';

CREATE TABLE vessels (
    imo integer PRIMARY KEY,
    name text NOT NULL,
    flag text NOT NULL,
    vessel_type text NOT NULL,
    length_m numeric(6,2) NOT NULL,
    draught_m numeric(4,2) NOT NULL,
    gross_tonnage integer NOT NULL,
    built_year integer,
    particulars jsonb NOT NULL
);
CREATE TABLE pilots (
    pilot_id integer PRIMARY KEY,
    surname text NOT NULL,
    licence_class char(1) NOT NULL,
    licensed_since date NOT NULL,
    retired_on date,
    max_length_m numeric(6,2)
);
CREATE TABLE berths (
    berth_id text PRIMARY KEY,
    quay text NOT NULL,
    depth_m numeric(4,2) NOT NULL,
    tidal boolean NOT NULL
);
CREATE TABLE movements (
    movement_id integer PRIMARY KEY,
    imo integer NOT NULL REFERENCES vessels (imo),
    pilot_id integer REFERENCES pilots (pilot_id),
    berth_id text NOT NULL REFERENCES berths (berth_id),
    direction text NOT NULL,
    ordered_at timestamp NOT NULL,
    boarded_at timestamp,
    ended_at timestamp,
    tugs integer NOT NULL,
    status text NOT NULL,
    conditions json NOT NULL
);
CREATE TABLE invoices (
    invoice_id integer PRIMARY KEY,
    movement_id integer NOT NULL UNIQUE REFERENCES movements (movement_id),
    amount numeric(10,2) NOT NULL,
    currency char(3) NOT NULL,
    issued_on date NOT NULL,
    paid_on date,
    lines jsonb NOT NULL
);

COPY vessels (imo, name, flag, vessel_type, length_m, draught_m, gross_tonnage, built_year, particulars) FROM stdin;
9100355	Cormorant Trader	Malta	ro-ro	325.4	11.74	85241	2006	{"bow_thruster": false, "engine": {"type": "dual-fuel", "power_kw": 36900}, "last_inspection": "2023-05-31", "deficiencies": 5}
9100916	Baltic Star	Denmark	container	185.9	8.63	23831	2002	{"bow_thruster": false, "engine": {"type": "lng", "power_kw": 18800}, "last_inspection": "2023-01-03", "deficiencies": 0}
9101723	Baltic Trader	Malta	tanker	169.1	7.93	13449	2022	{"bow_thruster": true, "engine": {"type": "diesel", "power_kw": 28300}, "last_inspection": "2023-01-22", "deficiencies": 0}
9102442	Fjord Crown	Liberia	ro-ro	292.8	11.01	49721	2002	{"bow_thruster": true, "engine": {"type": "diesel", "power_kw": 20400}, "last_inspection": "2023-02-09", "deficiencies": 5}
9103379	Gannet Express	Malta	bulk	272.9	10.04	73812	2021	{"bow_thruster": true, "engine": {"type": "diesel", "power_kw": 10000}, "last_inspection": "2022-06-19", "deficiencies": 5}
9103788	Lumen Light	Denmark	container	248.9	8.56	28095	2013	{"bow_thruster": false, "engine": {"type": "dual-fuel", "power_kw": 18300}, "last_inspection": "2022-01-20", "deficiencies": 3}
9104696	Isla Crown	Panama	general cargo	250.3	9.59	42277	2021	{"bow_thruster": true, "engine": {"type": "diesel", "power_kw": 33600}, "last_inspection": "2023-02-05", "deficiencies": 1}
9105498	Osprey Bay	Liberia	cruise	273.9	9.67	33429	1996	{"bow_thruster": true, "engine": {"type": "lng", "power_kw": 14900}, "last_inspection": "2023-09-01", "deficiencies": 2}
9106074	Delta Trader	Malta	tanker	292.5	10.4	48624	1992	{"bow_thruster": true, "engine": {"type": "diesel", "power_kw": 10400}, "last_inspection": "2021-10-12", "deficiencies": 0}
9106742	Isla Express	Malta	container	260.4	10.16	49011	\N	{"bow_thruster": true, "engine": {"type": "diesel", "power_kw": 28600}, "last_inspection": null, "deficiencies": null}
9107360	Juniper Dawn	Denmark	ro-ro	172.2	7.26	10704	2003	{"bow_thruster": true, "engine": {"type": "dual-fuel", "power_kw": 6200}, "last_inspection": "2021-12-13", "deficiencies": 1}
9108201	Juniper Light	Malta	cruise	279.2	9.79	53491	2003	{"bow_thruster": false, "engine": {"type": "diesel", "power_kw": 25600}, "last_inspection": "2021-06-17", "deficiencies": 0}
9109228	Juniper Wind	Malta	container	208.8	8.33	34920	1995	{"bow_thruster": false, "engine": {"type": "diesel", "power_kw": 17100}, "last_inspection": "2023-03-04", "deficiencies": 0}
9109783	Lumen Dawn	Liberia	cruise	172.5	6.77	12005	1996	{"bow_thruster": false, "engine": {"type": "diesel", "power_kw": 9800}, "last_inspection": "2023-04-12", "deficiencies": 0}
9110593	Osprey Grace	Malta	cruise	97.6	5.64	8547	2011	{"bow_thruster": false, "engine": {"type": "diesel", "power_kw": 12200}, "last_inspection": "2023-12-22", "deficiencies": 5}
9111040	Aurora Wind	Malta	bulk	142.1	6.89	14567	2007	{"bow_thruster": true, "engine": {"type": "lng", "power_kw": 17600}, "last_inspection": "2022-11-23", "deficiencies": 0}
9111726	Petrel Dawn	Liberia	ro-ro	199.4	7.3	39491	1992	{"bow_thruster": false, "engine": {"type": "lng", "power_kw": 39000}, "last_inspection": "2022-02-01", "deficiencies": 0}
9112612	Petrel Star	Liberia	ro-ro	282.7	11.07	85248	2008	{"bow_thruster": false, "engine": {"type": "dual-fuel", "power_kw": 29700}, "last_inspection": "2023-11-06", "deficiencies": 8}
9113446	Meridian Dawn	Malta	bulk	251.1	10.15	54964	2022	{"bow_thruster": false, "engine": {"type": "diesel", "power_kw": 19200}, "last_inspection": "2023-11-12", "deficiencies": 3}
9114157	Harrier Horizon	Denmark	bulk	118.0	5.97	5349	1996	{"bow_thruster": true, "engine": {"type": "diesel", "power_kw": 33400}, "last_inspection": "2021-10-29", "deficiencies": 5}
9115102	Harrier Bay	Denmark	ro-ro	275.0	10.2	53333	1992	{"bow_thruster": true, "engine": {"type": "diesel", "power_kw": 38600}, "last_inspection": "2023-10-11", "deficiencies": 0}
9115563	Kestrel Express	Panama	ro-ro	319.5	10.98	112105	2000	{"bow_thruster": false, "engine": {"type": "dual-fuel", "power_kw": 11800}, "last_inspection": "2023-03-21", "deficiencies": 8}
9116185	Fjord Horizon	Portugal	ro-ro	122.3	6.57	10945	1999	{"bow_thruster": false, "engine": {"type": "diesel", "power_kw": 13700}, "last_inspection": "2023-03-08", "deficiencies": 0}
9116879	Cormorant Wind	Portugal	ro-ro	236.8	9.08	35001	2015	{"bow_thruster": true, "engine": {"type": "lng", "power_kw": 7100}, "last_inspection": null, "deficiencies": null}
9117602	Juniper Crown	Norway	tanker	278.0	10.63	80588	\N	{"bow_thruster": true, "engine": {"type": "lng", "power_kw": 24500}, "last_inspection": "2023-01-21", "deficiencies": 1}
9118551	Juniper Star	Portugal	container	111.1	5.99	6985	2019	{"bow_thruster": true, "engine": {"type": "dual-fuel", "power_kw": 13700}, "last_inspection": "2023-05-24", "deficiencies": 2}
9119112	Osprey Trader	Liberia	bulk	131.6	6.31	15592	2012	{"bow_thruster": true, "engine": {"type": "diesel", "power_kw": 28000}, "last_inspection": "2023-08-14", "deficiencies": 0}
9119764	Fjord Grace	Panama	container	245.8	9.96	45943	2012	{"bow_thruster": false, "engine": {"type": "lng", "power_kw": 29100}, "last_inspection": "2021-09-15", "deficiencies": 0}
9120949	Lumen Star	Liberia	cruise	237.4	8.63	51704	1991	{"bow_thruster": false, "engine": {"type": "dual-fuel", "power_kw": 24900}, "last_inspection": "2022-11-23", "deficiencies": 5}
9121291	Ember Trader	Liberia	cruise	86.6	5.76	4315	\N	{"bow_thruster": true, "engine": {"type": "diesel", "power_kw": 31500}, "last_inspection": "2022-05-23", "deficiencies": 0}
9122191	Nordic Dawn	Panama	tanker	306.8	11.42	37452	1995	{"bow_thruster": false, "engine": {"type": "diesel", "power_kw": 25300}, "last_inspection": "2022-09-01", "deficiencies": 3}
9122958	Ember Star	Portugal	general cargo	124.7	6.91	6427	2005	{"bow_thruster": false, "engine": {"type": "lng", "power_kw": 10300}, "last_inspection": null, "deficiencies": null}
9123850	Petrel Express	Panama	container	255.3	9.01	23352	2019	{"bow_thruster": true, "engine": {"type": "dual-fuel", "power_kw": 20700}, "last_inspection": "2023-07-02", "deficiencies": 0}
9124175	Fjord Dawn	Malta	bulk	240.4	9.54	38983	1992	{"bow_thruster": true, "engine": {"type": "diesel", "power_kw": 4200}, "last_inspection": "2021-07-09", "deficiencies": 3}
9125154	Gannet Star	Denmark	cruise	150.0	6.98	10650	2000	{"bow_thruster": true, "engine": {"type": "dual-fuel", "power_kw": 38200}, "last_inspection": "2021-09-27", "deficiencies": 3}
9125736	Meridian Star	Denmark	container	200.3	7.73	42952	1996	{"bow_thruster": true, "engine": {"type": "diesel", "power_kw": 33500}, "last_inspection": "2024-02-05", "deficiencies": 0}
9126326	Isla Light	Portugal	container	138.7	6.83	15920	1994	{"bow_thruster": false, "engine": {"type": "dual-fuel", "power_kw": 16000}, "last_inspection": "2021-07-07", "deficiencies": 0}
9127243	Harrier Express	Norway	cruise	288.5	9.82	48746	1999	{"bow_thruster": false, "engine": {"type": "diesel", "power_kw": 19700}, "last_inspection": "2023-06-08", "deficiencies": 5}
9128136	Juniper Bay	Denmark	tanker	296.8	11.01	43400	\N	{"bow_thruster": true, "engine": {"type": "diesel", "power_kw": 29700}, "last_inspection": "2022-02-15", "deficiencies": 2}
9128738	Ember Light	Malta	bulk	140.8	6.91	11561	\N	{"bow_thruster": true, "engine": {"type": "diesel", "power_kw": 35900}, "last_inspection": "2023-12-15", "deficiencies": 2}
9129646	Nordic Horizon	Panama	bulk	148.7	6.75	18521	2006	{"bow_thruster": true, "engine": {"type": "diesel", "power_kw": 19900}, "last_inspection": null, "deficiencies": null}
9130400	Osprey Light	Norway	bulk	152.7	6.7	10065	1999	{"bow_thruster": true, "engine": {"type": "diesel", "power_kw": 10500}, "last_inspection": null, "deficiencies": null}
9130703	Kestrel Dawn	Malta	ro-ro	116.8	5.65	7223	2019	{"bow_thruster": false, "engine": {"type": "diesel", "power_kw": 36800}, "last_inspection": "2023-09-12", "deficiencies": 0}
9131436	Gannet Crown	Portugal	bulk	185.3	7.92	24446	2018	{"bow_thruster": false, "engine": {"type": "diesel", "power_kw": 20000}, "last_inspection": "2022-11-27", "deficiencies": 3}
9132649	Ember Bay	Norway	tanker	174.5	7.35	22387	\N	{"bow_thruster": false, "engine": {"type": "lng", "power_kw": 24500}, "last_inspection": "2021-08-01", "deficiencies": 1}
9133188	Gannet Trader	Malta	bulk	227.2	9.27	34672	1994	{"bow_thruster": false, "engine": {"type": "dual-fuel", "power_kw": 24700}, "last_inspection": "2024-03-03", "deficiencies": 3}
9133956	Lumen Trader	Portugal	bulk	196.3	7.47	14774	1997	{"bow_thruster": false, "engine": {"type": "diesel", "power_kw": 18700}, "last_inspection": "2021-10-20", "deficiencies": 0}
9134442	Nordic Star	Liberia	general cargo	180.5	8.32	23119	1997	{"bow_thruster": true, "engine": {"type": "diesel", "power_kw": 9000}, "last_inspection": null, "deficiencies": null}
9135088	Aurora Dawn	Malta	tanker	255.7	10.24	58474	2021	{"bow_thruster": false, "engine": {"type": "diesel", "power_kw": 28500}, "last_inspection": "2021-08-10", "deficiencies": 0}
9135864	Fjord Express	Denmark	general cargo	118.2	6.8	6859	1992	{"bow_thruster": false, "engine": {"type": "diesel", "power_kw": 11600}, "last_inspection": null, "deficiencies": null}
9136574	Kestrel Grace	Malta	cruise	253.7	8.93	68906	2015	{"bow_thruster": true, "engine": {"type": "diesel", "power_kw": 12300}, "last_inspection": "2021-06-19", "deficiencies": 2}
9137337	Delta Light	Panama	bulk	120.4	6.36	11818	2012	{"bow_thruster": true, "engine": {"type": "diesel", "power_kw": 13500}, "last_inspection": "2023-03-29", "deficiencies": 1}
9138040	Petrel Bay	Denmark	tanker	173.5	8.04	28641	2022	{"bow_thruster": false, "engine": {"type": "dual-fuel", "power_kw": 32600}, "last_inspection": "2021-11-04", "deficiencies": 8}
9138836	Cormorant Crown	Norway	ro-ro	241.3	9.09	25315	1992	{"bow_thruster": false, "engine": {"type": "diesel", "power_kw": 30300}, "last_inspection": "2021-12-04", "deficiencies": 3}
9139713	Isla Bay	Denmark	container	173.8	6.71	18643	1997	{"bow_thruster": true, "engine": {"type": "dual-fuel", "power_kw": 5000}, "last_inspection": "2022-05-15", "deficiencies": 8}
9140430	Nordic Bay	Malta	tanker	130.4	5.59	8644	2001	{"bow_thruster": true, "engine": {"type": "diesel", "power_kw": 33200}, "last_inspection": "2023-11-25", "deficiencies": 8}
9140969	Baltic Wind	Norway	tanker	108.2	6.35	7533	2008	{"bow_thruster": true, "engine": {"type": "diesel", "power_kw": 22000}, "last_inspection": "2024-03-10", "deficiencies": 0}
9141689	Kestrel Bay	Denmark	general cargo	240.8	9.13	21788	2003	{"bow_thruster": true, "engine": {"type": "diesel", "power_kw": 38900}, "last_inspection": "2022-03-16", "deficiencies": 2}
9142415	Ember Crown	Norway	tanker	274.7	10.4	32708	2017	{"bow_thruster": true, "engine": {"type": "lng", "power_kw": 10900}, "last_inspection": "2022-12-24", "deficiencies": 1}
9143149	Juniper Trader	Portugal	container	310.7	10.63	52202	2011	{"bow_thruster": true, "engine": {"type": "lng", "power_kw": 18000}, "last_inspection": "2023-07-04", "deficiencies": 5}
9144086	Harrier Star	Liberia	cruise	120.8	6.98	10802	2021	{"bow_thruster": true, "engine": {"type": "diesel", "power_kw": 26700}, "last_inspection": "2023-10-16", "deficiencies": 3}
9144673	Meridian Grace	Panama	ro-ro	251.2	9.39	23691	1991	{"bow_thruster": false, "engine": {"type": "diesel", "power_kw": 13000}, "last_inspection": "2023-10-16", "deficiencies": 2}
9145405	Delta Bay	Portugal	container	276.0	10.26	40745	2018	{"bow_thruster": false, "engine": {"type": "dual-fuel", "power_kw": 9400}, "last_inspection": null, "deficiencies": null}
9146349	Juniper Horizon	Liberia	ro-ro	139.4	7.08	7237	2018	{"bow_thruster": true, "engine": {"type": "diesel", "power_kw": 8200}, "last_inspection": null, "deficiencies": null}
9146895	Petrel Crown	Liberia	bulk	181.3	7.65	22318	2010	{"bow_thruster": true, "engine": {"type": "dual-fuel", "power_kw": 16200}, "last_inspection": "2023-01-10", "deficiencies": 0}
9147916	Kestrel Light	Liberia	bulk	308.1	11.21	70945	1999	{"bow_thruster": true, "engine": {"type": "dual-fuel", "power_kw": 9700}, "last_inspection": "2022-09-06", "deficiencies": 3}
9148453	Ember Horizon	Portugal	container	310.0	10.88	41462	2011	{"bow_thruster": false, "engine": {"type": "dual-fuel", "power_kw": 23900}, "last_inspection": "2023-06-14", "deficiencies": 2}
9149320	Isla Horizon	Liberia	ro-ro	179.0	7.91	27924	1993	{"bow_thruster": false, "engine": {"type": "lng", "power_kw": 12100}, "last_inspection": "2022-09-01", "deficiencies": 0}
9150095	Lumen Express	Malta	bulk	263.3	9.28	25274	2015	{"bow_thruster": true, "engine": {"type": "dual-fuel", "power_kw": 27300}, "last_inspection": "2021-10-22", "deficiencies": 0}
9150860	Harrier Dawn	Portugal	tanker	259.3	10.19	36613	2010	{"bow_thruster": false, "engine": {"type": "diesel", "power_kw": 33700}, "last_inspection": "2023-09-19", "deficiencies": 0}
9151389	Baltic Express	Panama	bulk	125.4	6.54	13634	1997	{"bow_thruster": true, "engine": {"type": "diesel", "power_kw": 11600}, "last_inspection": null, "deficiencies": null}
9152309	Delta Star	Malta	ro-ro	270.2	10.68	73808	2009	{"bow_thruster": false, "engine": {"type": "dual-fuel", "power_kw": 29500}, "last_inspection": "2023-08-11", "deficiencies": 3}
9153045	Aurora Crown	Liberia	tanker	94.0	5.76	8323	1992	{"bow_thruster": false, "engine": {"type": "lng", "power_kw": 16800}, "last_inspection": "2024-04-20", "deficiencies": 0}
9153434	Meridian Bay	Portugal	cruise	323.3	10.41	65872	2017	{"bow_thruster": true, "engine": {"type": "diesel", "power_kw": 23200}, "last_inspection": "2022-07-05", "deficiencies": 0}
9154454	Lumen Grace	Portugal	tanker	304.5	11.54	41203	\N	{"bow_thruster": false, "engine": {"type": "diesel", "power_kw": 4100}, "last_inspection": null, "deficiencies": null}
9155002	Osprey Express	Panama	cruise	286.3	10.71	44555	2022	{"bow_thruster": true, "engine": {"type": "dual-fuel", "power_kw": 5500}, "last_inspection": "2024-02-17", "deficiencies": 0}
9155694	Kestrel Trader	Denmark	general cargo	225.8	7.97	28854	2013	{"bow_thruster": true, "engine": {"type": "dual-fuel", "power_kw": 32300}, "last_inspection": "2021-12-23", "deficiencies": 0}
9156492	Gannet Bay	Panama	bulk	156.6	7.81	15746	1994	{"bow_thruster": true, "engine": {"type": "dual-fuel", "power_kw": 7700}, "last_inspection": "2021-07-09", "deficiencies": 0}
9157201	Gannet Light	Panama	ro-ro	298.7	10.11	96549	2016	{"bow_thruster": false, "engine": {"type": "diesel", "power_kw": 6900}, "last_inspection": "2022-03-29", "deficiencies": 3}
9157843	Kestrel Wind	Malta	ro-ro	96.6	5.16	10152	1992	{"bow_thruster": true, "engine": {"type": "dual-fuel", "power_kw": 29400}, "last_inspection": null, "deficiencies": null}
9158747	Isla Grace	Denmark	tanker	261.8	10.08	68142	\N	{"bow_thruster": true, "engine": {"type": "dual-fuel", "power_kw": 30800}, "last_inspection": "2023-11-08", "deficiencies": 2}
9159626	Aurora Light	Panama	bulk	176.4	7.11	14654	2002	{"bow_thruster": false, "engine": {"type": "lng", "power_kw": 9900}, "last_inspection": "2021-11-04", "deficiencies": 2}
9160079	Petrel Trader	Malta	bulk	167.7	8.12	15734	2004	{"bow_thruster": false, "engine": {"type": "lng", "power_kw": 9700}, "last_inspection": "2023-03-16", "deficiencies": 1}
9161034	Gannet Horizon	Malta	bulk	177.6	7.74	11117	1998	{"bow_thruster": true, "engine": {"type": "diesel", "power_kw": 33700}, "last_inspection": "2022-12-20", "deficiencies": 1}
\.

COPY pilots (pilot_id, surname, licence_class, licensed_since, retired_on, max_length_m) FROM stdin;
1	Almeida	A	2005-05-18	\N	\N
2	Brandt	B	2014-05-06	\N	240.0
3	Costa	C	2020-04-10	\N	160.0
4	Dekker	C	2021-07-27	\N	160.0
5	Evers	A	1999-09-30	2024-05-19	\N
6	Faria	C	2020-08-15	\N	160.0
7	Groot	B	2013-07-12	\N	240.0
8	Hansen	B	2013-04-07	\N	240.0
9	Ibsen	A	2004-05-30	\N	\N
10	Jansen	B	2011-04-28	\N	240.0
11	Krol	B	2008-10-21	\N	240.0
12	Lopes	B	2009-10-01	\N	240.0
13	Moura	A	1997-07-14	2024-02-04	\N
14	Nygaard	A	1997-10-29	2024-03-24	\N
15	Olsen	C	2017-01-04	\N	160.0
16	Pires	C	2019-09-10	\N	160.0
17	Quist	A	1999-11-21	2024-07-07	\N
18	Rosa	A	2001-11-15	2024-04-16	\N
19	Silva	A	2001-03-21	2024-07-18	\N
20	Teunis	B	2013-04-02	\N	240.0
21	Visser	C	2021-11-24	\N	160.0
22	Winther	A	1998-06-04	\N	\N
\.

COPY berths (berth_id, quay, depth_m, tidal) FROM stdin;
N1	North Quay	11.9	t
N2	North Quay	11.5	t
N3	North Quay	11.2	t
N4	North Quay	11.7	t
S1	South Quay	9.8	t
S2	South Quay	9.5	t
S3	South Quay	10.0	t
E1	Enclosed Dock	12.6	f
E2	Enclosed Dock	12.3	f
E3	Enclosed Dock	12.8	f
E4	Enclosed Dock	12.3	f
T1	Tanker Terminal	14.8	t
T2	Tanker Terminal	15.2	t
C1	Cruise Pier	10.6	f
\.

COPY movements (movement_id, imo, pilot_id, berth_id, direction, ordered_at, boarded_at, ended_at, tugs, status, conditions) FROM stdin;
1	9144673	17	N4	shift	2023-07-01 20:48:00	2023-07-01 21:31:00	2023-07-02 00:35:00	3	done	{"wind_kn": 8, "visibility_nm": 5, "tide_m": 1.9}
2	9109228	12	S3	in	2023-07-01 23:01:00	2023-07-01 23:20:00	2023-07-02 01:32:00	2	done	{"wind_kn": 22, "visibility_nm": 0.4, "tide_m": 1.0}
3	9112612	9	E2	in	2023-07-02 11:33:00	2023-07-02 12:07:00	2023-07-02 13:13:00	3	done	{"wind_kn": 27, "visibility_nm": 1.5, "tide_m": 0.6}
4	9107360	2	S1	out	2023-07-02 19:02:00	2023-07-02 19:29:00	2023-07-02 21:40:00	1	done	{"wind_kn": 22, "visibility_nm": 5, "tide_m": 2.4}
5	9122191	22	N4	out	2023-07-03 05:17:00	2023-07-03 05:46:00	2023-07-03 06:36:00	3	done	{"wind_kn": 22, "visibility_nm": 3, "tide_m": 1.3}
6	9112612	1	E4	in	2023-07-03 15:46:00	2023-07-03 16:27:00	2023-07-03 17:32:00	2	done	{"wind_kn": 27, "visibility_nm": 10, "tide_m": 3.0}
7	9104696	1	E1	out	2023-07-03 20:46:00	2023-07-03 21:03:00	2023-07-03 21:45:00	2	done	{"wind_kn": 8, "visibility_nm": 1.5, "tide_m": 3.0}
8	9151389	\N	T2	out	2023-07-04 12:21:00	\N	\N	2	cancelled	{"wind_kn": 33, "visibility_nm": 10, "tide_m": 1.8}
9	9140969	14	C1	in	2023-07-05 09:09:00	\N	\N	0	cancelled	{"wind_kn": 8, "visibility_nm": 0.8, "tide_m": 0.7}
10	9149320	22	E4	out	2023-07-05 17:45:00	2023-07-05 18:09:00	2023-07-05 21:13:00	1	done	{"wind_kn": 33, "visibility_nm": 0.8, "tide_m": 2.5}
11	9160079	14	S2	in	2023-07-06 14:33:00	2023-07-06 15:48:00	2023-07-06 17:49:00	3	done	{"wind_kn": 10, "visibility_nm": 1.5, "tide_m": 2.3}
12	9130400	20	C1	out	2023-07-06 16:17:00	2023-07-06 16:40:00	2023-07-06 18:11:00	1	done	{"wind_kn": 10, "visibility_nm": 0.8, "tide_m": 2.5}
13	9118551	13	S2	shift	2023-07-07 03:33:00	2023-07-07 04:04:00	2023-07-07 04:45:00	0	done	{"wind_kn": 33, "visibility_nm": 5, "tide_m": 1.9}
14	9101723	14	C1	out	2023-07-07 15:42:00	2023-07-07 15:54:00	2023-07-07 17:22:00	1	done	{"wind_kn": 33, "visibility_nm": 3, "tide_m": 0.7}
15	9157843	13	N4	out	2023-07-08 00:18:00	2023-07-08 02:34:00	2023-07-08 03:57:00	0	done	{"wind_kn": 4, "visibility_nm": 0.4, "tide_m": 3.0}
16	9109783	5	N4	out	2023-07-08 13:51:00	2023-07-08 16:54:00	2023-07-08 18:22:00	1	done	{"wind_kn": 22, "visibility_nm": 5, "tide_m": 3.1}
17	9145405	14	E3	out	2023-07-08 22:58:00	2023-07-08 23:48:00	2023-07-09 02:25:00	2	done	{"wind_kn": 8, "visibility_nm": 5, "tide_m": 2.1}
18	9115563	1	N4	in	2023-07-09 18:02:00	2023-07-09 18:09:00	2023-07-09 19:35:00	2	done	{"wind_kn": 14, "visibility_nm": 1.5, "tide_m": 0.6}
19	9138040	17	E2	in	2023-07-10 08:36:00	2023-07-10 09:09:00	2023-07-10 10:55:00	2	done	{"wind_kn": 18, "visibility_nm": 10, "tide_m": 1.9}
20	9102442	22	N3	in	2023-07-11 00:29:00	2023-07-11 01:10:00	2023-07-11 03:34:00	2	done	{"wind_kn": 10, "visibility_nm": 5, "tide_m": 2.5}
21	9155002	9	N3	out	2023-07-11 20:11:00	2023-07-11 20:40:00	2023-07-11 22:26:00	2	done	{"wind_kn": 22, "visibility_nm": 10, "tide_m": 3.3}
22	9140430	21	C1	in	2023-07-12 05:53:00	2023-07-12 06:04:00	2023-07-12 08:14:00	1	done	{"wind_kn": 33, "visibility_nm": 10, "tide_m": 1.9}
23	9156492	9	S1	in	2023-07-13 02:16:00	\N	\N	1	cancelled	{"wind_kn": 10, "visibility_nm": 0.8, "tide_m": 0.2}
24	9153045	11	C1	out	2023-07-13 21:58:00	2023-07-13 22:35:00	2023-07-14 01:15:00	0	done	{"wind_kn": 10, "visibility_nm": 1.5, "tide_m": 1.0}
25	9148453	1	N3	in	2023-07-14 16:24:00	2023-07-14 16:29:00	2023-07-14 17:32:00	2	done	{"wind_kn": 10, "visibility_nm": 5, "tide_m": 1.5}
26	9118551	8	S1	out	2023-07-14 17:57:00	2023-07-14 18:11:00	2023-07-14 21:12:00	0	done	{"wind_kn": 8, "visibility_nm": 0.8, "tide_m": 2.2}
27	9100916	14	S1	in	2023-07-15 14:52:00	2023-07-15 15:03:00	2023-07-15 15:56:00	3	done	{"wind_kn": 18, "visibility_nm": 1.5, "tide_m": 0.9}
28	9117602	13	E2	in	2023-07-16 06:03:00	2023-07-16 06:16:00	2023-07-16 07:22:00	2	done	{"wind_kn": 10, "visibility_nm": 1.5, "tide_m": 2.4}
29	9137337	9	T1	out	2023-07-17 01:32:00	2023-07-17 01:49:00	2023-07-17 04:09:00	1	done	{"wind_kn": 27, "visibility_nm": 0.4, "tide_m": 2.9}
30	9133188	11	N3	in	2023-07-17 04:23:00	2023-07-17 05:11:00	2023-07-17 07:17:00	2	done	{"wind_kn": 10, "visibility_nm": 5, "tide_m": 1.7}
31	9104696	19	E2	in	2023-07-18 01:21:00	2023-07-18 02:08:00	2023-07-18 04:23:00	2	done	{"wind_kn": 8, "visibility_nm": 0.4, "tide_m": 2.9}
32	9106074	22	N1	out	2023-07-18 17:45:00	2023-07-18 18:11:00	2023-07-18 19:38:00	2	done	{"wind_kn": 18, "visibility_nm": 10, "tide_m": 2.4}
33	9153434	22	N4	out	2023-07-19 02:39:00	2023-07-19 02:34:00	2023-07-19 05:38:00	1	done	{"wind_kn": 14, "visibility_nm": 10, "tide_m": 2.3}
34	9150860	19	N1	out	2023-07-19 10:55:00	2023-07-19 11:36:00	2023-07-19 14:00:00	2	done	{"wind_kn": 22, "visibility_nm": 0.4, "tide_m": 0.3}
35	9137337	20	E4	in	2023-07-19 12:31:00	\N	\N	1	cancelled	{"wind_kn": 22, "visibility_nm": 0.4, "tide_m": 2.4}
36	9120949	12	E1	in	2023-07-20 00:15:00	2023-07-20 00:43:00	2023-07-20 03:44:00	1	done	{"wind_kn": 4, "visibility_nm": 0.8, "tide_m": 2.6}
37	9115102	14	E1	in	2023-07-20 18:00:00	2023-07-20 18:42:00	2023-07-20 21:00:00	2	done	{"wind_kn": 4, "visibility_nm": 10, "tide_m": 1.6}
38	9136574	9	E4	out	2023-07-20 19:24:00	2023-07-20 22:39:00	2023-07-20 23:19:00	2	done	{"wind_kn": 27, "visibility_nm": 1.5, "tide_m": 2.6}
39	9122191	18	E4	out	2023-07-21 03:22:00	2023-07-21 03:44:00	2023-07-21 05:01:00	2	done	{"wind_kn": 33, "visibility_nm": 0.4, "tide_m": 1.0}
40	9148453	1	E3	out	2023-07-21 13:27:00	2023-07-21 13:54:00	2023-07-21 16:26:00	2	done	{"wind_kn": 22, "visibility_nm": 5, "tide_m": 1.6}
41	9108201	22	S3	out	2023-07-21 22:28:00	\N	\N	1	cancelled	{"wind_kn": 18, "visibility_nm": 3, "tide_m": 1.8}
42	9115563	13	N2	out	2023-07-22 01:10:00	2023-07-22 01:28:00	2023-07-22 02:53:00	3	done	{"wind_kn": 27, "visibility_nm": 0.4, "tide_m": 2.0}
43	9137337	20	N2	in	2023-07-22 12:58:00	2023-07-22 13:26:00	2023-07-22 16:03:00	1	done	{"wind_kn": 10, "visibility_nm": 0.4, "tide_m": 1.4}
44	9107360	17	N2	out	2023-07-23 00:25:00	2023-07-23 00:24:00	2023-07-23 03:24:00	1	done	{"wind_kn": 4, "visibility_nm": 0.4, "tide_m": 3.0}
45	9137337	10	S3	out	2023-07-23 14:45:00	2023-07-23 14:43:00	2023-07-23 16:29:00	1	done	{"wind_kn": 33, "visibility_nm": 0.8, "tide_m": 0.5}
46	9155694	20	E1	in	2023-07-24 03:28:00	2023-07-24 04:05:00	2023-07-24 06:12:00	1	done	{"wind_kn": 33, "visibility_nm": 8, "tide_m": 3.4}
47	9108201	5	S2	out	2023-07-24 06:28:00	2023-07-24 06:51:00	2023-07-24 08:11:00	3	done	{"wind_kn": 10, "visibility_nm": 8, "tide_m": 3.4}
48	9148453	22	N2	out	2023-07-25 03:20:00	\N	\N	1	cancelled	{"wind_kn": 33, "visibility_nm": 10, "tide_m": 0.9}
49	9150860	19	N1	in	2023-07-25 12:10:00	2023-07-25 12:34:00	2023-07-25 13:38:00	2	done	{"wind_kn": 10, "visibility_nm": 1.5, "tide_m": 1.6}
50	9127243	9	S1	out	2023-07-26 01:26:00	\N	\N	2	cancelled	{"wind_kn": 10, "visibility_nm": 10, "tide_m": 3.3}
51	9148453	14	E3	shift	2023-07-26 12:11:00	2023-07-26 13:46:00	2023-07-26 14:22:00	2	done	{"wind_kn": 33, "visibility_nm": 3, "tide_m": 2.2}
52	9101723	2	E2	out	2023-07-26 23:09:00	2023-07-27 01:21:00	2023-07-27 02:51:00	1	done	{"wind_kn": 10, "visibility_nm": 10, "tide_m": 3.4}
53	9133956	14	C1	out	2023-07-27 01:01:00	2023-07-27 01:51:00	2023-07-27 03:14:00	1	done	{"wind_kn": 18, "visibility_nm": 10, "tide_m": 2.7}
54	9150095	17	N4	out	2023-07-27 13:32:00	2023-07-27 14:08:00	2023-07-27 16:50:00	1	done	{"wind_kn": 27, "visibility_nm": 10, "tide_m": 2.6}
55	9138836	18	S2	in	2023-07-27 16:34:00	2023-07-27 17:14:00	2023-07-27 20:01:00	2	done	{"wind_kn": 22, "visibility_nm": 10, "tide_m": 0.5}
56	9106074	17	N1	shift	2023-07-28 13:32:00	2023-07-28 13:41:00	2023-07-28 15:45:00	1	done	{"wind_kn": 4, "visibility_nm": 10, "tide_m": 1.3}
57	9138040	\N	S1	in	2023-07-28 21:17:00	\N	\N	2	cancelled	{"wind_kn": 4, "visibility_nm": 0.4, "tide_m": 2.1}
58	9113446	13	E3	shift	2023-07-29 10:30:00	2023-07-29 11:13:00	2023-07-29 12:19:00	3	done	{"wind_kn": 14, "visibility_nm": 0.4, "tide_m": 2.2}
59	9151389	4	T2	out	2023-07-29 19:04:00	2023-07-29 19:28:00	2023-07-29 20:27:00	1	done	{"wind_kn": 27, "visibility_nm": 10, "tide_m": 3.2}
60	9157201	18	T1	in	2023-07-30 10:49:00	2023-07-30 11:04:00	2023-07-30 12:08:00	2	done	{"wind_kn": 4, "visibility_nm": 5, "tide_m": 1.6}
61	9148453	\N	E4	out	2023-07-30 20:25:00	\N	\N	2	cancelled	{"wind_kn": 27, "visibility_nm": 1.5, "tide_m": 0.9}
62	9144086	11	T1	in	2023-07-31 08:13:00	2023-07-31 10:37:00	2023-07-31 13:31:00	1	done	{"wind_kn": 10, "visibility_nm": 0.8, "tide_m": 2.5}
63	9152309	22	N2	shift	2023-07-31 11:04:00	2023-07-31 11:31:00	2023-07-31 12:26:00	2	done	{"wind_kn": 27, "visibility_nm": 10, "tide_m": 3.2}
64	9134442	14	C1	shift	2023-07-31 16:06:00	2023-07-31 16:22:00	2023-07-31 18:53:00	2	done	{"wind_kn": 27, "visibility_nm": 1.5, "tide_m": 1.7}
65	9134442	9	N3	in	2023-08-01 11:10:00	2023-08-01 12:00:00	2023-08-01 15:05:00	1	done	{"wind_kn": 4, "visibility_nm": 0.4, "tide_m": 1.0}
66	9120949	2	E4	out	2023-08-01 22:01:00	2023-08-01 23:12:00	2023-08-02 01:13:00	2	done	{"wind_kn": 14, "visibility_nm": 3, "tide_m": 1.2}
67	9103788	13	N4	in	2023-08-02 16:00:00	2023-08-02 16:12:00	2023-08-02 18:10:00	3	done	{"wind_kn": 10, "visibility_nm": 10, "tide_m": 0.9}
68	9153434	17	E1	in	2023-08-03 12:40:00	2023-08-03 13:00:00	2023-08-03 14:48:00	1	done	{"wind_kn": 27, "visibility_nm": 1.5, "tide_m": 3.4}
69	9140430	17	N4	shift	2023-08-03 17:10:00	2023-08-03 17:20:00	2023-08-03 18:35:00	1	done	{"wind_kn": 27, "visibility_nm": 10, "tide_m": 1.7}
70	9103788	17	N2	in	2023-08-04 06:48:00	2023-08-04 07:20:00	2023-08-04 09:11:00	2	done	{"wind_kn": 33, "visibility_nm": 1.5, "tide_m": 2.1}
71	9118551	5	S1	in	2023-08-04 23:08:00	2023-08-04 23:10:00	2023-08-05 02:09:00	0	done	{"wind_kn": 14, "visibility_nm": 10, "tide_m": 2.1}
72	9133956	17	E2	out	2023-08-05 18:52:00	2023-08-05 20:04:00	2023-08-05 22:47:00	3	done	{"wind_kn": 8, "visibility_nm": 8, "tide_m": 0.3}
73	9140430	5	N4	in	2023-08-06 04:18:00	2023-08-06 04:57:00	2023-08-06 05:47:00	1	done	{"wind_kn": 8, "visibility_nm": 10, "tide_m": 3.0}
74	9144673	9	C1	out	2023-08-06 05:29:00	2023-08-06 05:47:00	2023-08-06 06:55:00	2	done	{"wind_kn": 33, "visibility_nm": 3, "tide_m": 0.8}
75	9145405	18	T1	out	2023-08-06 11:51:00	2023-08-06 17:11:00	2023-08-06 14:04:00	3	done	{"wind_kn": 4, "visibility_nm": 3, "tide_m": 3.3}
76	9143149	17	E1	out	2023-08-06 15:03:00	2023-08-06 15:01:00	2023-08-06 17:49:00	1	done	{"wind_kn": 14, "visibility_nm": 10, "tide_m": 1.3}
77	9113446	19	E3	in	2023-08-06 16:47:00	2023-08-06 17:03:00	2023-08-06 18:46:00	2	done	{"wind_kn": 33, "visibility_nm": 10, "tide_m": 1.6}
78	9136574	14	S1	out	2023-08-07 10:41:00	2023-08-07 11:30:00	2023-08-07 12:59:00	1	done	{"wind_kn": 10, "visibility_nm": 1.5, "tide_m": 0.6}
79	9119112	22	E1	in	2023-08-07 18:50:00	\N	\N	1	cancelled	{"wind_kn": 10, "visibility_nm": 0.8, "tide_m": 2.1}
80	9142415	5	N2	out	2023-08-08 00:25:00	2023-08-08 00:43:00	2023-08-08 03:10:00	2	done	{"wind_kn": 18, "visibility_nm": 1.5, "tide_m": 2.3}
81	9127243	18	N2	in	2023-08-08 17:00:00	2023-08-08 17:35:00	2023-08-08 18:55:00	1	done	{"wind_kn": 33, "visibility_nm": 1.5, "tide_m": 0.6}
82	9100916	1	E4	out	2023-08-08 23:02:00	2023-08-09 01:40:00	2023-08-09 02:39:00	1	done	{"wind_kn": 33, "visibility_nm": 0.4, "tide_m": 2.4}
83	9114157	2	S3	out	2023-08-09 04:08:00	2023-08-09 06:10:00	2023-08-09 07:29:00	0	done	{"wind_kn": 4, "visibility_nm": 1.5, "tide_m": 1.7}
84	9119764	18	C1	in	2023-08-09 21:22:00	2023-08-09 21:45:00	2023-08-09 22:49:00	2	done	{"wind_kn": 22, "visibility_nm": 0.8, "tide_m": 2.4}
85	9121291	16	T1	out	2023-08-09 23:15:00	2023-08-09 23:48:00	2023-08-10 01:08:00	0	done	{"wind_kn": 27, "visibility_nm": 10, "tide_m": 1.7}
86	9119764	22	T2	out	2023-08-10 10:12:00	2023-08-10 10:22:00	2023-08-10 12:33:00	2	done	{"wind_kn": 33, "visibility_nm": 5, "tide_m": 1.0}
87	9110593	16	N3	in	2023-08-10 11:52:00	2023-08-10 12:28:00	2023-08-10 14:08:00	0	done	{"wind_kn": 18, "visibility_nm": 0.8, "tide_m": 1.7}
88	9153045	7	E2	shift	2023-08-10 14:00:00	2023-08-10 14:25:00	2023-08-10 17:15:00	0	done	{"wind_kn": 27, "visibility_nm": 8, "tide_m": 0.3}
89	9122191	13	N2	out	2023-08-10 16:55:00	2023-08-10 19:18:00	2023-08-10 20:47:00	2	done	{"wind_kn": 8, "visibility_nm": 10, "tide_m": 1.6}
90	9137337	13	S2	in	2023-08-11 08:25:00	2023-08-11 08:43:00	2023-08-11 11:47:00	1	done	{"wind_kn": 22, "visibility_nm": 10, "tide_m": 0.6}
91	9134442	11	S2	in	2023-08-12 02:56:00	2023-08-12 03:25:00	2023-08-12 05:19:00	1	done	{"wind_kn": 14, "visibility_nm": 10, "tide_m": 1.8}
92	9135088	19	S1	out	2023-08-12 06:11:00	\N	\N	3	cancelled	{"wind_kn": 4, "visibility_nm": 1.5, "tide_m": 1.9}
93	9156492	16	E4	out	2023-08-12 13:48:00	2023-08-12 14:24:00	2023-08-12 16:48:00	1	done	{"wind_kn": 14, "visibility_nm": 5, "tide_m": 1.1}
94	9102442	13	E1	out	2023-08-12 18:21:00	2023-08-12 18:33:00	2023-08-12 19:09:00	2	done	{"wind_kn": 33, "visibility_nm": 0.8, "tide_m": 0.8}
95	9150860	14	T2	out	2023-08-13 03:01:00	2023-08-13 04:03:00	2023-08-13 05:55:00	1	done	{"wind_kn": 8, "visibility_nm": 0.8, "tide_m": 2.8}
96	9140969	5	S3	in	2023-08-13 08:26:00	2023-08-13 08:35:00	2023-08-13 11:01:00	0	done	{"wind_kn": 22, "visibility_nm": 3, "tide_m": 0.7}
97	9133188	1	N1	in	2023-08-14 00:08:00	2023-08-14 00:11:00	2023-08-14 01:19:00	2	done	{"wind_kn": 4, "visibility_nm": 1.5, "tide_m": 3.3}
98	9117602	13	N2	in	2023-08-14 12:11:00	2023-08-14 12:15:00	2023-08-14 13:33:00	2	done	{"wind_kn": 14, "visibility_nm": 8, "tide_m": 1.3}
99	9139713	7	C1	in	2023-08-14 22:57:00	2023-08-14 23:19:00	2023-08-15 01:22:00	2	done	{"wind_kn": 27, "visibility_nm": 10, "tide_m": 2.6}
100	9132649	20	N4	out	2023-08-15 14:39:00	2023-08-15 15:54:00	2023-08-15 16:36:00	2	done	{"wind_kn": 14, "visibility_nm": 10, "tide_m": 0.3}
101	9125736	2	E4	out	2023-08-16 05:23:00	2023-08-16 06:06:00	2023-08-16 08:40:00	2	done	{"wind_kn": 27, "visibility_nm": 10, "tide_m": 3.1}
102	9106742	18	N4	out	2023-08-16 20:38:00	2023-08-16 21:09:00	2023-08-16 22:10:00	2	done	{"wind_kn": 14, "visibility_nm": 8, "tide_m": 3.4}
103	9111726	5	N2	in	2023-08-17 06:41:00	2023-08-17 07:26:00	2023-08-17 08:30:00	1	done	{"wind_kn": 14, "visibility_nm": 8, "tide_m": 0.7}
104	9146895	5	S3	in	2023-08-17 10:25:00	2023-08-17 10:41:00	2023-08-17 11:37:00	2	done	{"wind_kn": 27, "visibility_nm": 5, "tide_m": 3.3}
105	9157843	18	E2	in	2023-08-18 08:01:00	2023-08-18 08:20:00	2023-08-18 09:48:00	0	done	{"wind_kn": 33, "visibility_nm": 10, "tide_m": 2.3}
106	9140969	21	C1	out	2023-08-18 09:19:00	2023-08-18 09:56:00	2023-08-18 12:15:00	0	done	{"wind_kn": 4, "visibility_nm": 3, "tide_m": 2.4}
107	9106074	1	E2	in	2023-08-19 03:56:00	2023-08-19 04:05:00	2023-08-19 04:45:00	1	done	{"wind_kn": 8, "visibility_nm": 1.5, "tide_m": 2.5}
108	9130400	22	C1	out	2023-08-19 08:31:00	2023-08-19 09:10:00	2023-08-19 10:03:00	1	done	{"wind_kn": 27, "visibility_nm": 10, "tide_m": 2.7}
109	9161034	20	C1	in	2023-08-19 21:10:00	2023-08-19 21:29:00	2023-08-19 22:50:00	2	done	{"wind_kn": 27, "visibility_nm": 5, "tide_m": 0.2}
110	9151389	10	N1	in	2023-08-20 07:40:00	2023-08-20 08:08:00	2023-08-20 09:39:00	2	done	{"wind_kn": 8, "visibility_nm": 10, "tide_m": 1.3}
111	9118551	6	N1	out	2023-08-20 17:40:00	2023-08-20 18:35:00	2023-08-20 19:14:00	0	done	{"wind_kn": 14, "visibility_nm": 0.8, "tide_m": 1.2}
112	9133188	17	S3	in	2023-08-21 04:43:00	2023-08-21 04:59:00	2023-08-21 06:26:00	1	done	{"wind_kn": 8, "visibility_nm": 3, "tide_m": 0.9}
113	9129646	21	S3	out	2023-08-21 16:54:00	2023-08-21 17:40:00	2023-08-21 19:47:00	2	done	{"wind_kn": 27, "visibility_nm": 0.8, "tide_m": 2.8}
114	9152309	22	T1	out	2023-08-21 19:45:00	2023-08-21 19:57:00	2023-08-21 21:08:00	1	done	{"wind_kn": 27, "visibility_nm": 10, "tide_m": 0.8}
115	9153045	22	S3	in	2023-08-22 02:31:00	2023-08-22 02:53:00	2023-08-22 05:30:00	0	done	{"wind_kn": 18, "visibility_nm": 10, "tide_m": 1.7}
116	9140430	1	T2	shift	2023-08-22 06:53:00	2023-08-22 07:16:00	2023-08-22 08:26:00	1	done	{"wind_kn": 18, "visibility_nm": 1.5, "tide_m": 3.2}
117	9122191	17	N3	in	2023-08-22 14:51:00	2023-08-22 15:54:00	2023-08-22 18:59:00	1	done	{"wind_kn": 18, "visibility_nm": 10, "tide_m": 2.0}
118	9113446	17	N1	in	2023-08-23 05:44:00	2023-08-23 07:20:00	2023-08-23 09:01:00	3	done	{"wind_kn": 33, "visibility_nm": 3, "tide_m": 0.4}
119	9149320	1	N3	out	2023-08-23 14:41:00	2023-08-23 15:34:00	2023-08-23 17:37:00	2	done	{"wind_kn": 33, "visibility_nm": 0.4, "tide_m": 0.8}
120	9126326	18	N4	out	2023-08-24 06:10:00	2023-08-24 06:32:00	2023-08-24 08:55:00	2	done	{"wind_kn": 8, "visibility_nm": 10, "tide_m": 3.4}
121	9150095	22	T1	in	2023-08-24 20:44:00	2023-08-24 20:54:00	2023-08-25 00:00:00	1	done	{"wind_kn": 22, "visibility_nm": 5, "tide_m": 2.5}
122	9133188	12	E3	in	2023-08-25 00:22:00	2023-08-25 01:05:00	2023-08-25 03:14:00	1	done	{"wind_kn": 22, "visibility_nm": 8, "tide_m": 1.4}
123	9157843	5	N4	out	2023-08-25 06:24:00	2023-08-25 06:34:00	2023-08-25 08:06:00	0	done	{"wind_kn": 8, "visibility_nm": 0.8, "tide_m": 2.1}
124	9109783	5	N4	out	2023-08-25 22:01:00	2023-08-25 22:23:00	2023-08-26 01:11:00	1	done	{"wind_kn": 14, "visibility_nm": 3, "tide_m": 2.6}
125	9127243	9	C1	out	2023-08-25 23:12:00	2023-08-25 23:18:00	2023-08-26 00:05:00	2	done	{"wind_kn": 8, "visibility_nm": 0.4, "tide_m": 2.1}
126	9109228	9	E1	in	2023-08-26 18:08:00	2023-08-26 18:24:00	2023-08-26 20:14:00	2	done	{"wind_kn": 27, "visibility_nm": 0.8, "tide_m": 0.5}
127	9120949	22	N4	out	2023-08-27 03:06:00	2023-08-27 03:03:00	2023-08-27 06:08:00	2	done	{"wind_kn": 33, "visibility_nm": 0.4, "tide_m": 0.7}
128	9115563	14	N3	out	2023-08-27 05:12:00	2023-08-27 05:45:00	2023-08-27 07:03:00	2	done	{"wind_kn": 10, "visibility_nm": 1.5, "tide_m": 3.2}
129	9140430	13	E4	in	2023-08-27 06:21:00	2023-08-27 06:35:00	2023-08-27 07:50:00	1	done	{"wind_kn": 4, "visibility_nm": 10, "tide_m": 2.5}
130	9130400	8	N1	out	2023-08-28 00:38:00	2023-08-28 01:26:00	2023-08-28 02:43:00	1	done	{"wind_kn": 10, "visibility_nm": 1.5, "tide_m": 0.3}
131	9132649	2	N2	out	2023-08-28 18:20:00	2023-08-28 19:51:00	2023-08-28 22:33:00	2	done	{"wind_kn": 33, "visibility_nm": 10, "tide_m": 2.6}
132	9138836	18	C1	in	2023-08-29 07:27:00	2023-08-29 07:47:00	2023-08-29 10:22:00	2	done	{"wind_kn": 33, "visibility_nm": 10, "tide_m": 0.3}
133	9115563	\N	E3	out	2023-08-30 05:00:00	\N	\N	2	cancelled	{"wind_kn": 18, "visibility_nm": 10, "tide_m": 2.1}
134	9122191	1	E3	out	2023-08-30 08:39:00	2023-08-30 09:25:00	2023-08-30 11:00:00	3	done	{"wind_kn": 10, "visibility_nm": 0.8, "tide_m": 2.7}
135	9157201	19	S1	in	2023-08-30 10:22:00	2023-08-30 10:41:00	2023-08-30 11:31:00	2	done	{"wind_kn": 18, "visibility_nm": 0.8, "tide_m": 0.8}
136	9148453	19	E4	out	2023-08-31 01:19:00	2023-08-31 01:21:00	2023-08-31 03:15:00	1	done	{"wind_kn": 14, "visibility_nm": 5, "tide_m": 2.3}
137	9113446	18	T1	in	2023-08-31 22:23:00	2023-08-31 23:04:00	2023-09-01 01:27:00	1	done	{"wind_kn": 33, "visibility_nm": 10, "tide_m": 0.6}
138	9149320	2	C1	out	2023-09-01 05:56:00	2023-09-01 06:45:00	2023-09-01 09:19:00	2	done	{"wind_kn": 18, "visibility_nm": 10, "tide_m": 1.6}
139	9126326	19	E1	out	2023-09-01 07:25:00	2023-09-01 07:58:00	2023-09-01 09:48:00	1	done	{"wind_kn": 18, "visibility_nm": 8, "tide_m": 0.3}
140	9125154	16	E3	out	2023-09-01 18:35:00	2023-09-01 18:32:00	2023-09-01 20:57:00	1	done	{"wind_kn": 33, "visibility_nm": 10, "tide_m": 3.1}
141	9114157	9	N1	shift	2023-09-02 11:25:00	2023-09-02 11:41:00	2023-09-02 13:17:00	0	done	{"wind_kn": 33, "visibility_nm": 1.5, "tide_m": 0.9}
142	9132649	10	S3	out	2023-09-03 04:15:00	2023-09-03 04:43:00	2023-09-03 05:39:00	2	done	{"wind_kn": 18, "visibility_nm": 10, "tide_m": 2.3}
143	9103788	1	N3	in	2023-09-03 17:58:00	2023-09-03 18:32:00	2023-09-03 19:35:00	3	done	{"wind_kn": 14, "visibility_nm": 0.8, "tide_m": 2.7}
144	9101723	5	N2	shift	2023-09-03 22:13:00	2023-09-03 22:38:00	2023-09-04 01:08:00	2	done	{"wind_kn": 10, "visibility_nm": 1.5, "tide_m": 2.2}
145	9109228	20	S2	out	2023-09-04 06:43:00	2023-09-04 07:54:00	2023-09-04 09:08:00	3	done	{"wind_kn": 22, "visibility_nm": 8, "tide_m": 2.0}
146	9144673	13	E1	shift	2023-09-05 01:56:00	2023-09-05 03:59:00	2023-09-05 02:35:00	2	done	{"wind_kn": 33, "visibility_nm": 8, "tide_m": 1.0}
147	9156492	18	E2	in	2023-09-05 06:41:00	2023-09-05 08:06:00	2023-09-05 07:08:00	2	done	{"wind_kn": 33, "visibility_nm": 5, "tide_m": 1.6}
148	9156492	19	E4	in	2023-09-05 12:53:00	2023-09-05 12:51:00	2023-09-05 13:32:00	2	done	{"wind_kn": 33, "visibility_nm": 10, "tide_m": 2.4}
149	9129646	7	E4	in	2023-09-05 21:30:00	2023-09-05 21:36:00	2023-09-05 22:35:00	1	done	{"wind_kn": 22, "visibility_nm": 10, "tide_m": 0.2}
150	9153045	22	T1	out	2023-09-06 15:18:00	2023-09-06 15:43:00	2023-09-06 18:26:00	0	done	{"wind_kn": 8, "visibility_nm": 8, "tide_m": 1.5}
151	9102442	18	E4	in	2023-09-07 03:53:00	\N	\N	1	cancelled	{"wind_kn": 14, "visibility_nm": 10, "tide_m": 0.3}
152	9107360	14	S3	in	2023-09-07 12:56:00	2023-09-07 13:36:00	2023-09-07 15:41:00	1	done	{"wind_kn": 4, "visibility_nm": 10, "tide_m": 3.1}
153	9144086	12	N3	out	2023-09-07 23:38:00	2023-09-08 00:38:00	2023-09-08 02:24:00	2	done	{"wind_kn": 22, "visibility_nm": 5, "tide_m": 1.2}
154	9151389	6	N1	in	2023-09-08 09:55:00	2023-09-08 09:50:00	2023-09-08 11:42:00	1	done	{"wind_kn": 33, "visibility_nm": 10, "tide_m": 1.4}
155	9129646	18	N4	in	2023-09-09 03:35:00	2023-09-09 03:46:00	2023-09-09 04:23:00	1	done	{"wind_kn": 4, "visibility_nm": 3, "tide_m": 1.2}
156	9143149	22	E1	out	2023-09-09 09:44:00	2023-09-09 09:39:00	2023-09-09 11:09:00	1	done	{"wind_kn": 18, "visibility_nm": 0.4, "tide_m": 3.3}
157	9100355	13	T1	in	2023-09-10 04:14:00	2023-09-10 04:24:00	2023-09-10 05:32:00	2	done	{"wind_kn": 8, "visibility_nm": 10, "tide_m": 1.3}
158	9102442	\N	T1	out	2023-09-10 15:51:00	\N	\N	2	cancelled	{"wind_kn": 4, "visibility_nm": 0.8, "tide_m": 2.8}
159	9146349	7	E2	out	2023-09-11 03:38:00	2023-09-11 06:28:00	2023-09-11 08:30:00	1	done	{"wind_kn": 4, "visibility_nm": 0.4, "tide_m": 2.7}
160	9103788	14	N4	out	2023-09-11 08:19:00	2023-09-11 08:55:00	2023-09-11 11:49:00	2	done	{"wind_kn": 33, "visibility_nm": 0.4, "tide_m": 0.3}
161	9157843	19	S1	out	2023-09-11 22:57:00	2023-09-11 23:18:00	2023-09-12 01:31:00	0	done	{"wind_kn": 10, "visibility_nm": 1.5, "tide_m": 2.2}
162	9123850	17	N4	shift	2023-09-12 17:12:00	2023-09-12 17:43:00	2023-09-12 19:56:00	1	done	{"wind_kn": 27, "visibility_nm": 0.8, "tide_m": 0.2}
163	9125154	17	E3	in	2023-09-13 04:33:00	2023-09-13 05:09:00	2023-09-13 05:54:00	1	done	{"wind_kn": 8, "visibility_nm": 3, "tide_m": 2.6}
164	9146349	4	E1	out	2023-09-13 16:51:00	2023-09-13 16:48:00	2023-09-13 18:55:00	1	done	{"wind_kn": 18, "visibility_nm": 5, "tide_m": 2.7}
165	9158747	19	E4	in	2023-09-14 05:15:00	2023-09-14 05:37:00	2023-09-14 06:35:00	1	done	{"wind_kn": 8, "visibility_nm": 8, "tide_m": 3.3}
166	9111040	8	S3	out	2023-09-14 12:38:00	2023-09-14 12:33:00	2023-09-14 15:19:00	2	done	{"wind_kn": 33, "visibility_nm": 8, "tide_m": 1.9}
167	9116879	18	N2	in	2023-09-14 14:05:00	2023-09-14 14:08:00	2023-09-14 15:18:00	1	done	{"wind_kn": 22, "visibility_nm": 10, "tide_m": 2.1}
168	9115102	5	T2	out	2023-09-14 16:55:00	2023-09-14 17:29:00	2023-09-14 20:34:00	1	done	{"wind_kn": 14, "visibility_nm": 3, "tide_m": 2.3}
169	9102442	17	N1	in	2023-09-14 21:45:00	2023-09-14 22:05:00	2023-09-15 00:47:00	1	done	{"wind_kn": 10, "visibility_nm": 3, "tide_m": 0.8}
170	9104696	18	N4	in	2023-09-15 06:24:00	2023-09-15 06:59:00	2023-09-15 09:04:00	1	done	{"wind_kn": 14, "visibility_nm": 0.8, "tide_m": 2.2}
171	9113446	17	N1	out	2023-09-15 23:47:00	2023-09-15 23:57:00	2023-09-16 00:48:00	3	done	{"wind_kn": 18, "visibility_nm": 1.5, "tide_m": 0.2}
172	9131436	22	C1	in	2023-09-16 14:31:00	2023-09-16 15:09:00	2023-09-16 16:20:00	2	done	{"wind_kn": 33, "visibility_nm": 0.4, "tide_m": 1.8}
173	9149320	17	N2	in	2023-09-17 11:10:00	\N	\N	2	cancelled	{"wind_kn": 4, "visibility_nm": 0.8, "tide_m": 0.9}
174	9109228	\N	E2	in	2023-09-18 04:20:00	\N	\N	2	cancelled	{"wind_kn": 8, "visibility_nm": 5, "tide_m": 1.1}
175	9122191	5	T2	in	2023-09-18 13:33:00	2023-09-18 15:10:00	2023-09-18 16:55:00	2	done	{"wind_kn": 33, "visibility_nm": 0.8, "tide_m": 0.6}
176	9144673	\N	T1	in	2023-09-19 09:41:00	\N	\N	2	cancelled	{"wind_kn": 8, "visibility_nm": 10, "tide_m": 2.7}
177	9135088	13	E4	in	2023-09-19 14:57:00	2023-09-19 14:57:00	2023-09-19 16:09:00	1	done	{"wind_kn": 4, "visibility_nm": 10, "tide_m": 0.7}
178	9108201	18	N3	shift	2023-09-19 17:24:00	2023-09-19 17:48:00	2023-09-19 18:54:00	3	done	{"wind_kn": 33, "visibility_nm": 1.5, "tide_m": 1.5}
179	9119764	1	S1	out	2023-09-20 02:50:00	2023-09-20 03:18:00	2023-09-20 06:17:00	2	done	{"wind_kn": 10, "visibility_nm": 10, "tide_m": 2.8}
180	9120949	19	S2	in	2023-09-20 17:24:00	2023-09-20 18:04:00	2023-09-20 20:48:00	3	done	{"wind_kn": 14, "visibility_nm": 3, "tide_m": 0.9}
181	9129646	5	S1	shift	2023-09-21 08:37:00	2023-09-21 08:34:00	2023-09-21 11:34:00	1	done	{"wind_kn": 8, "visibility_nm": 8, "tide_m": 0.4}
182	9138040	\N	S2	shift	2023-09-22 05:22:00	\N	\N	3	cancelled	{"wind_kn": 14, "visibility_nm": 0.4, "tide_m": 0.3}
183	9158747	19	T1	in	2023-09-23 01:20:00	2023-09-23 02:03:00	2023-09-23 02:59:00	2	done	{"wind_kn": 8, "visibility_nm": 3, "tide_m": 3.3}
184	9124175	\N	S3	in	2023-09-23 09:28:00	\N	\N	1	cancelled	{"wind_kn": 27, "visibility_nm": 0.4, "tide_m": 3.3}
185	9133188	7	S3	out	2023-09-23 17:53:00	2023-09-23 18:41:00	2023-09-23 19:44:00	3	done	{"wind_kn": 10, "visibility_nm": 0.4, "tide_m": 0.5}
186	9130400	12	C1	in	2023-09-24 10:03:00	2023-09-24 10:31:00	2023-09-24 11:47:00	2	done	{"wind_kn": 22, "visibility_nm": 0.4, "tide_m": 0.3}
187	9126326	5	S3	in	2023-09-24 18:19:00	2023-09-24 18:50:00	2023-09-24 21:52:00	3	done	{"wind_kn": 27, "visibility_nm": 10, "tide_m": 1.3}
188	9100355	5	N4	out	2023-09-25 07:04:00	2023-09-25 07:37:00	2023-09-25 09:43:00	1	done	{"wind_kn": 14, "visibility_nm": 0.4, "tide_m": 1.9}
189	9157201	1	N4	out	2023-09-25 09:54:00	2023-09-25 09:59:00	2023-09-25 10:48:00	2	done	{"wind_kn": 33, "visibility_nm": 0.8, "tide_m": 0.6}
190	9134442	12	N1	in	2023-09-25 15:25:00	2023-09-25 15:41:00	2023-09-25 16:55:00	1	done	{"wind_kn": 22, "visibility_nm": 3, "tide_m": 1.5}
191	9122958	14	C1	out	2023-09-26 13:00:00	2023-09-26 13:40:00	2023-09-26 15:57:00	2	done	{"wind_kn": 8, "visibility_nm": 10, "tide_m": 0.9}
192	9161034	13	E4	in	2023-09-26 23:15:00	2023-09-26 23:45:00	2023-09-27 01:42:00	1	done	{"wind_kn": 10, "visibility_nm": 10, "tide_m": 2.7}
193	9161034	17	E3	out	2023-09-27 20:42:00	2023-09-27 22:30:00	2023-09-27 23:38:00	1	done	{"wind_kn": 18, "visibility_nm": 1.5, "tide_m": 1.7}
194	9140430	18	E4	in	2023-09-27 22:17:00	2023-09-27 22:25:00	2023-09-28 01:20:00	1	done	{"wind_kn": 14, "visibility_nm": 5, "tide_m": 1.1}
195	9100916	2	S1	out	2023-09-28 10:11:00	2023-09-28 10:23:00	2023-09-28 12:43:00	1	done	{"wind_kn": 33, "visibility_nm": 10, "tide_m": 3.4}
196	9144086	18	T2	shift	2023-09-29 02:25:00	2023-09-29 02:54:00	2023-09-29 04:55:00	1	done	{"wind_kn": 14, "visibility_nm": 5, "tide_m": 0.6}
197	9100916	2	T1	in	2023-09-29 14:59:00	2023-09-29 15:21:00	2023-09-29 17:51:00	1	done	{"wind_kn": 27, "visibility_nm": 8, "tide_m": 1.4}
198	9133188	11	S2	out	2023-09-30 11:56:00	2023-09-30 12:19:00	2023-09-30 14:37:00	1	done	{"wind_kn": 14, "visibility_nm": 1.5, "tide_m": 3.2}
199	9102442	18	E2	in	2023-09-30 19:06:00	2023-09-30 19:53:00	2023-09-30 21:22:00	2	done	{"wind_kn": 27, "visibility_nm": 5, "tide_m": 3.0}
200	9113446	17	E3	out	2023-10-01 02:24:00	2023-10-01 03:30:00	2023-10-01 05:04:00	1	done	{"wind_kn": 22, "visibility_nm": 1.5, "tide_m": 3.4}
201	9161034	7	T2	out	2023-10-01 23:17:00	2023-10-02 02:17:00	2023-10-02 03:39:00	1	done	{"wind_kn": 27, "visibility_nm": 0.8, "tide_m": 0.9}
202	9129646	17	N4	out	2023-10-02 11:02:00	2023-10-02 11:26:00	2023-10-02 14:19:00	1	done	{"wind_kn": 14, "visibility_nm": 5, "tide_m": 0.6}
203	9130703	10	N4	out	2023-10-02 13:44:00	2023-10-02 13:39:00	2023-10-02 15:45:00	0	done	{"wind_kn": 14, "visibility_nm": 0.8, "tide_m": 1.7}
204	9120949	9	C1	out	2023-10-03 01:08:00	2023-10-03 03:57:00	2023-10-03 05:25:00	2	done	{"wind_kn": 14, "visibility_nm": 0.4, "tide_m": 0.6}
205	9145405	9	T1	out	2023-10-03 15:16:00	2023-10-03 15:58:00	2023-10-03 17:10:00	1	done	{"wind_kn": 22, "visibility_nm": 1.5, "tide_m": 0.9}
206	9118551	4	S3	in	2023-10-04 02:49:00	2023-10-04 03:51:00	2023-10-04 06:26:00	0	done	{"wind_kn": 27, "visibility_nm": 3, "tide_m": 1.4}
207	9108201	22	N4	in	2023-10-04 15:17:00	2023-10-04 15:41:00	2023-10-04 16:42:00	3	done	{"wind_kn": 33, "visibility_nm": 0.8, "tide_m": 2.2}
208	9117602	19	E1	in	2023-10-04 20:18:00	2023-10-04 20:13:00	2023-10-04 21:04:00	1	done	{"wind_kn": 33, "visibility_nm": 0.8, "tide_m": 2.8}
209	9161034	5	N2	out	2023-10-05 09:06:00	2023-10-05 09:37:00	2023-10-05 10:40:00	1	done	{"wind_kn": 27, "visibility_nm": 1.5, "tide_m": 1.2}
210	9119112	19	E2	out	2023-10-05 13:37:00	2023-10-05 13:37:00	2023-10-05 14:43:00	1	done	{"wind_kn": 10, "visibility_nm": 5, "tide_m": 3.3}
211	9160079	7	E1	in	2023-10-05 17:44:00	2023-10-05 18:06:00	2023-10-05 20:07:00	2	done	{"wind_kn": 27, "visibility_nm": 0.4, "tide_m": 3.3}
212	9118551	3	E3	in	2023-10-06 06:33:00	2023-10-06 06:49:00	2023-10-06 07:47:00	0	done	{"wind_kn": 8, "visibility_nm": 10, "tide_m": 3.1}
213	9118551	9	S3	in	2023-10-06 13:39:00	2023-10-06 13:53:00	2023-10-06 15:18:00	0	done	{"wind_kn": 14, "visibility_nm": 5, "tide_m": 0.6}
214	9150095	1	S1	in	2023-10-07 07:55:00	2023-10-07 08:14:00	2023-10-07 10:00:00	1	done	{"wind_kn": 27, "visibility_nm": 0.8, "tide_m": 0.4}
215	9128738	16	T1	in	2023-10-07 15:14:00	2023-10-07 15:32:00	2023-10-07 17:09:00	1	done	{"wind_kn": 33, "visibility_nm": 0.8, "tide_m": 3.1}
216	9149320	7	N2	out	2023-10-08 08:09:00	2023-10-08 08:22:00	2023-10-08 08:59:00	1	done	{"wind_kn": 10, "visibility_nm": 8, "tide_m": 1.2}
217	9125154	1	E2	out	2023-10-08 17:49:00	2023-10-08 18:08:00	2023-10-08 20:58:00	1	done	{"wind_kn": 22, "visibility_nm": 3, "tide_m": 0.9}
218	9110593	6	T1	in	2023-10-09 01:33:00	2023-10-09 01:40:00	2023-10-09 02:17:00	0	done	{"wind_kn": 27, "visibility_nm": 1.5, "tide_m": 2.6}
219	9115563	13	E1	out	2023-10-09 13:28:00	2023-10-09 13:59:00	2023-10-09 15:46:00	2	done	{"wind_kn": 27, "visibility_nm": 10, "tide_m": 2.6}
220	9160079	18	C1	in	2023-10-09 21:36:00	2023-10-09 21:49:00	2023-10-09 23:27:00	2	done	{"wind_kn": 22, "visibility_nm": 1.5, "tide_m": 0.3}
221	9100916	\N	S2	in	2023-10-10 11:07:00	\N	\N	1	cancelled	{"wind_kn": 4, "visibility_nm": 3, "tide_m": 3.4}
222	9109228	13	N2	out	2023-10-10 18:27:00	2023-10-10 18:42:00	2023-10-10 21:37:00	2	done	{"wind_kn": 27, "visibility_nm": 10, "tide_m": 2.5}
223	9137337	7	E3	in	2023-10-11 03:50:00	2023-10-11 04:15:00	2023-10-11 05:50:00	1	done	{"wind_kn": 33, "visibility_nm": 0.8, "tide_m": 0.4}
224	9144673	\N	T2	in	2023-10-11 20:17:00	\N	\N	2	cancelled	{"wind_kn": 18, "visibility_nm": 8, "tide_m": 3.3}
225	9103379	18	N1	in	2023-10-12 05:03:00	2023-10-12 05:11:00	2023-10-12 07:32:00	1	done	{"wind_kn": 8, "visibility_nm": 5, "tide_m": 1.8}
226	9107360	19	E1	in	2023-10-12 10:45:00	2023-10-12 11:03:00	2023-10-12 13:14:00	1	done	{"wind_kn": 27, "visibility_nm": 3, "tide_m": 3.1}
227	9154454	19	N1	out	2023-10-12 14:11:00	2023-10-12 14:28:00	2023-10-12 16:07:00	2	done	{"wind_kn": 33, "visibility_nm": 3, "tide_m": 0.9}
228	9118551	21	E2	out	2023-10-13 04:41:00	2023-10-13 07:14:00	2023-10-13 07:54:00	0	done	{"wind_kn": 8, "visibility_nm": 0.8, "tide_m": 0.9}
229	9137337	13	S1	shift	2023-10-13 11:21:00	2023-10-13 11:38:00	2023-10-13 12:40:00	1	done	{"wind_kn": 27, "visibility_nm": 1.5, "tide_m": 2.0}
230	9157201	17	N4	shift	2023-10-14 05:29:00	2023-10-14 05:53:00	2023-10-14 08:15:00	3	done	{"wind_kn": 14, "visibility_nm": 10, "tide_m": 0.7}
231	9107360	1	E2	shift	2023-10-14 20:57:00	2023-10-14 20:52:00	2023-10-14 22:57:00	1	done	{"wind_kn": 8, "visibility_nm": 1.5, "tide_m": 2.9}
232	9142415	19	N1	out	2023-10-15 08:38:00	\N	\N	2	cancelled	{"wind_kn": 22, "visibility_nm": 10, "tide_m": 3.3}
233	9151389	17	N1	in	2023-10-16 04:29:00	2023-10-16 05:06:00	2023-10-16 07:28:00	1	done	{"wind_kn": 14, "visibility_nm": 10, "tide_m": 1.2}
234	9138040	\N	N3	in	2023-10-16 13:37:00	\N	\N	2	cancelled	{"wind_kn": 14, "visibility_nm": 10, "tide_m": 3.1}
235	9106074	14	T1	out	2023-10-17 01:39:00	2023-10-17 02:17:00	2023-10-17 04:29:00	1	done	{"wind_kn": 8, "visibility_nm": 5, "tide_m": 3.2}
236	9100355	\N	N3	in	2023-10-17 12:32:00	\N	\N	1	cancelled	{"wind_kn": 18, "visibility_nm": 5, "tide_m": 1.6}
237	9127243	22	T2	out	2023-10-18 05:12:00	2023-10-18 05:53:00	2023-10-18 07:49:00	1	done	{"wind_kn": 4, "visibility_nm": 0.4, "tide_m": 1.9}
238	9161034	22	E4	out	2023-10-18 18:53:00	2023-10-18 19:23:00	2023-10-18 19:58:00	1	done	{"wind_kn": 8, "visibility_nm": 10, "tide_m": 0.9}
239	9100916	10	E4	out	2023-10-19 09:53:00	2023-10-19 10:08:00	2023-10-19 11:23:00	1	done	{"wind_kn": 22, "visibility_nm": 0.4, "tide_m": 1.3}
240	9111726	5	S3	out	2023-10-19 17:39:00	2023-10-19 17:55:00	2023-10-19 20:06:00	2	done	{"wind_kn": 22, "visibility_nm": 8, "tide_m": 0.9}
241	9151389	22	E4	in	2023-10-19 22:33:00	2023-10-19 22:36:00	2023-10-20 01:43:00	1	done	{"wind_kn": 14, "visibility_nm": 10, "tide_m": 2.1}
242	9124175	18	E2	in	2023-10-20 11:29:00	2023-10-20 12:19:00	2023-10-20 15:07:00	2	done	{"wind_kn": 10, "visibility_nm": 8, "tide_m": 1.0}
243	9144673	13	C1	in	2023-10-20 21:29:00	2023-10-20 21:28:00	2023-10-21 00:08:00	2	done	{"wind_kn": 10, "visibility_nm": 0.8, "tide_m": 2.4}
244	9161034	8	E3	shift	2023-10-21 11:25:00	2023-10-21 11:47:00	2023-10-21 12:36:00	2	done	{"wind_kn": 4, "visibility_nm": 10, "tide_m": 2.0}
245	9114157	15	N3	shift	2023-10-21 22:22:00	2023-10-21 23:40:00	2023-10-22 01:01:00	0	done	{"wind_kn": 14, "visibility_nm": 3, "tide_m": 1.5}
246	9138040	17	N1	out	2023-10-22 15:59:00	2023-10-22 16:25:00	2023-10-22 19:05:00	2	done	{"wind_kn": 18, "visibility_nm": 10, "tide_m": 3.2}
247	9145405	13	E4	out	2023-10-22 20:00:00	2023-10-22 20:15:00	2023-10-22 22:15:00	1	done	{"wind_kn": 10, "visibility_nm": 5, "tide_m": 2.2}
248	9137337	7	N2	out	2023-10-22 21:15:00	2023-10-22 21:47:00	2023-10-22 23:23:00	2	done	{"wind_kn": 14, "visibility_nm": 8, "tide_m": 1.6}
249	9143149	19	T1	out	2023-10-23 18:07:00	2023-10-23 21:11:00	2023-10-23 22:11:00	1	done	{"wind_kn": 18, "visibility_nm": 3, "tide_m": 0.7}
250	9152309	14	N1	out	2023-10-23 20:47:00	2023-10-23 20:42:00	2023-10-23 21:33:00	1	done	{"wind_kn": 8, "visibility_nm": 0.8, "tide_m": 1.6}
251	9114157	15	E4	in	2023-10-24 01:44:00	2023-10-24 02:18:00	2023-10-24 03:10:00	0	done	{"wind_kn": 22, "visibility_nm": 10, "tide_m": 3.3}
252	9115563	22	E4	in	2023-10-24 20:17:00	2023-10-24 21:01:00	2023-10-24 22:21:00	3	done	{"wind_kn": 10, "visibility_nm": 3, "tide_m": 3.0}
253	9133188	9	N2	in	2023-10-25 03:03:00	2023-10-25 03:28:00	2023-10-25 05:33:00	2	done	{"wind_kn": 22, "visibility_nm": 0.4, "tide_m": 1.9}
254	9119112	12	N4	out	2023-10-25 17:02:00	2023-10-25 17:31:00	2023-10-25 19:44:00	1	done	{"wind_kn": 27, "visibility_nm": 1.5, "tide_m": 1.3}
255	9151389	10	T1	in	2023-10-26 11:30:00	2023-10-26 11:57:00	2023-10-26 13:39:00	1	done	{"wind_kn": 33, "visibility_nm": 3, "tide_m": 1.8}
256	9118551	20	E1	out	2023-10-26 19:18:00	2023-10-26 21:06:00	2023-10-26 22:00:00	0	done	{"wind_kn": 22, "visibility_nm": 5, "tide_m": 0.6}
257	9150860	17	C1	in	2023-10-27 16:40:00	2023-10-27 16:41:00	2023-10-27 19:29:00	3	done	{"wind_kn": 27, "visibility_nm": 0.8, "tide_m": 0.4}
258	9105498	5	S1	out	2023-10-27 23:49:00	2023-10-28 00:47:00	2023-10-28 03:50:00	1	done	{"wind_kn": 4, "visibility_nm": 3, "tide_m": 0.5}
259	9116879	9	N3	shift	2023-10-28 08:59:00	2023-10-28 09:21:00	2023-10-28 10:51:00	1	done	{"wind_kn": 27, "visibility_nm": 0.8, "tide_m": 2.9}
260	9150860	14	T1	out	2023-10-29 05:46:00	2023-10-29 06:02:00	2023-10-29 08:06:00	2	done	{"wind_kn": 33, "visibility_nm": 1.5, "tide_m": 0.5}
261	9100916	20	E3	in	2023-10-29 13:33:00	2023-10-29 14:17:00	2023-10-29 17:21:00	2	done	{"wind_kn": 27, "visibility_nm": 5, "tide_m": 2.2}
262	9119764	1	S3	in	2023-10-30 03:00:00	\N	\N	3	cancelled	{"wind_kn": 33, "visibility_nm": 1.5, "tide_m": 2.0}
263	9148453	14	E2	in	2023-10-30 17:46:00	2023-10-30 19:42:00	2023-10-30 22:39:00	1	done	{"wind_kn": 22, "visibility_nm": 10, "tide_m": 3.3}
264	9157201	1	E3	in	2023-10-30 19:39:00	2023-10-30 21:08:00	2023-10-30 22:21:00	1	done	{"wind_kn": 18, "visibility_nm": 1.5, "tide_m": 2.6}
265	9146349	18	E1	in	2023-10-31 04:45:00	2023-10-31 04:59:00	2023-10-31 05:39:00	1	done	{"wind_kn": 10, "visibility_nm": 3, "tide_m": 2.5}
266	9144086	5	S3	out	2023-10-31 21:38:00	2023-10-31 21:49:00	2023-10-31 22:31:00	1	done	{"wind_kn": 4, "visibility_nm": 0.8, "tide_m": 0.2}
267	9144673	17	N4	out	2023-11-01 19:10:00	2023-11-01 19:39:00	2023-11-01 21:57:00	2	done	{"wind_kn": 4, "visibility_nm": 0.4, "tide_m": 1.2}
268	9156492	21	E3	in	2023-11-02 07:10:00	2023-11-02 08:32:00	2023-11-02 09:36:00	2	done	{"wind_kn": 18, "visibility_nm": 8, "tide_m": 2.2}
269	9123850	9	E3	out	2023-11-02 18:22:00	2023-11-02 18:27:00	2023-11-02 21:32:00	1	done	{"wind_kn": 33, "visibility_nm": 5, "tide_m": 2.2}
270	9138836	9	N2	shift	2023-11-03 05:26:00	2023-11-03 07:24:00	2023-11-03 10:20:00	1	done	{"wind_kn": 4, "visibility_nm": 3, "tide_m": 1.4}
271	9132649	13	S1	out	2023-11-03 09:19:00	2023-11-03 09:49:00	2023-11-03 11:42:00	3	done	{"wind_kn": 4, "visibility_nm": 0.4, "tide_m": 2.8}
272	9146349	20	E4	out	2023-11-03 19:10:00	2023-11-03 19:36:00	2023-11-03 20:52:00	1	done	{"wind_kn": 22, "visibility_nm": 10, "tide_m": 1.9}
273	9140969	15	N2	out	2023-11-04 02:28:00	2023-11-04 05:30:00	2023-11-04 06:32:00	0	done	{"wind_kn": 8, "visibility_nm": 10, "tide_m": 2.0}
274	9135088	19	N4	out	2023-11-04 10:58:00	2023-11-04 11:01:00	2023-11-04 13:57:00	2	done	{"wind_kn": 33, "visibility_nm": 10, "tide_m": 0.9}
275	9140430	20	C1	out	2023-11-05 02:57:00	2023-11-05 03:25:00	2023-11-05 05:22:00	2	done	{"wind_kn": 8, "visibility_nm": 1.5, "tide_m": 3.2}
276	9104696	14	S1	out	2023-11-05 16:45:00	2023-11-05 17:17:00	2023-11-05 19:13:00	1	done	{"wind_kn": 10, "visibility_nm": 1.5, "tide_m": 0.3}
277	9122958	19	N4	out	2023-11-06 00:08:00	2023-11-06 00:23:00	2023-11-06 03:22:00	2	done	{"wind_kn": 27, "visibility_nm": 10, "tide_m": 1.5}
278	9153045	10	N2	in	2023-11-06 07:08:00	2023-11-06 07:54:00	2023-11-06 08:34:00	0	done	{"wind_kn": 4, "visibility_nm": 10, "tide_m": 1.6}
279	9157843	13	S2	in	2023-11-06 09:45:00	2023-11-06 10:19:00	2023-11-06 12:32:00	0	done	{"wind_kn": 33, "visibility_nm": 10, "tide_m": 3.3}
280	9159626	20	N1	out	2023-11-07 06:58:00	2023-11-07 07:17:00	2023-11-07 08:29:00	2	done	{"wind_kn": 14, "visibility_nm": 3, "tide_m": 3.1}
281	9104696	9	T2	in	2023-11-07 19:33:00	2023-11-07 19:57:00	2023-11-07 21:11:00	2	done	{"wind_kn": 18, "visibility_nm": 10, "tide_m": 3.3}
282	9129646	1	N2	in	2023-11-08 00:52:00	2023-11-08 01:16:00	2023-11-08 04:21:00	2	done	{"wind_kn": 33, "visibility_nm": 3, "tide_m": 2.8}
283	9111040	22	E4	in	2023-11-08 07:46:00	2023-11-08 08:08:00	2023-11-08 09:55:00	2	done	{"wind_kn": 8, "visibility_nm": 10, "tide_m": 2.5}
284	9144673	1	N1	out	2023-11-08 12:52:00	2023-11-08 13:11:00	2023-11-08 14:06:00	2	done	{"wind_kn": 14, "visibility_nm": 3, "tide_m": 1.8}
285	9113446	1	C1	shift	2023-11-09 09:57:00	2023-11-09 12:39:00	2023-11-09 15:02:00	1	done	{"wind_kn": 14, "visibility_nm": 5, "tide_m": 3.3}
286	9144086	16	E3	in	2023-11-09 16:11:00	2023-11-09 16:33:00	2023-11-09 18:57:00	1	done	{"wind_kn": 4, "visibility_nm": 5, "tide_m": 0.9}
287	9109228	13	E1	shift	2023-11-10 01:31:00	2023-11-10 01:50:00	2023-11-10 03:13:00	3	done	{"wind_kn": 14, "visibility_nm": 8, "tide_m": 1.0}
288	9115102	22	E4	in	2023-11-10 12:37:00	2023-11-10 12:43:00	2023-11-10 15:41:00	1	done	{"wind_kn": 18, "visibility_nm": 0.8, "tide_m": 2.1}
289	9115563	13	N1	out	2023-11-11 09:03:00	2023-11-11 11:49:00	2023-11-11 12:27:00	2	done	{"wind_kn": 8, "visibility_nm": 3, "tide_m": 2.1}
290	9146895	17	N2	in	2023-11-11 11:29:00	2023-11-11 11:28:00	2023-11-11 12:34:00	2	done	{"wind_kn": 33, "visibility_nm": 1.5, "tide_m": 0.8}
291	9136574	\N	N3	in	2023-11-12 08:54:00	\N	\N	1	cancelled	{"wind_kn": 8, "visibility_nm": 0.4, "tide_m": 1.6}
292	9108201	18	T1	out	2023-11-13 05:18:00	2023-11-13 06:44:00	2023-11-13 08:40:00	2	done	{"wind_kn": 8, "visibility_nm": 0.8, "tide_m": 1.2}
293	9149320	22	N4	in	2023-11-13 08:50:00	2023-11-13 08:55:00	2023-11-13 12:04:00	3	done	{"wind_kn": 10, "visibility_nm": 1.5, "tide_m": 0.8}
294	9150095	18	E2	out	2023-11-13 20:36:00	2023-11-13 20:31:00	2023-11-13 22:52:00	2	done	{"wind_kn": 18, "visibility_nm": 0.4, "tide_m": 3.0}
295	9126326	2	T1	out	2023-11-13 22:07:00	2023-11-13 22:21:00	2023-11-14 00:13:00	3	done	{"wind_kn": 14, "visibility_nm": 0.8, "tide_m": 0.5}
296	9153045	11	N2	in	2023-11-14 16:27:00	2023-11-14 16:54:00	2023-11-14 19:08:00	0	done	{"wind_kn": 27, "visibility_nm": 3, "tide_m": 2.4}
297	9133956	5	T2	in	2023-11-14 20:57:00	2023-11-14 21:35:00	2023-11-14 22:50:00	3	done	{"wind_kn": 8, "visibility_nm": 10, "tide_m": 2.1}
298	9100916	12	S3	in	2023-11-15 11:35:00	2023-11-15 11:48:00	2023-11-15 13:15:00	3	done	{"wind_kn": 14, "visibility_nm": 3, "tide_m": 0.7}
299	9105498	5	E2	shift	2023-11-16 09:00:00	2023-11-16 09:39:00	2023-11-16 10:28:00	2	done	{"wind_kn": 4, "visibility_nm": 0.8, "tide_m": 1.8}
300	9105498	19	S3	out	2023-11-17 04:35:00	2023-11-17 05:14:00	2023-11-17 08:23:00	1	done	{"wind_kn": 10, "visibility_nm": 3, "tide_m": 1.7}
301	9157843	7	S1	out	2023-11-17 14:04:00	2023-11-17 14:58:00	2023-11-17 17:37:00	0	done	{"wind_kn": 18, "visibility_nm": 3, "tide_m": 0.3}
302	9153434	14	T1	in	2023-11-17 15:35:00	2023-11-17 15:48:00	2023-11-17 18:02:00	1	done	{"wind_kn": 33, "visibility_nm": 3, "tide_m": 2.2}
303	9131436	5	S1	shift	2023-11-18 00:00:00	2023-11-18 00:08:00	2023-11-18 03:01:00	1	done	{"wind_kn": 18, "visibility_nm": 1.5, "tide_m": 0.2}
304	9146349	22	N3	in	2023-11-18 18:33:00	2023-11-18 18:49:00	2023-11-18 19:42:00	1	done	{"wind_kn": 8, "visibility_nm": 3, "tide_m": 2.3}
305	9128136	9	N2	in	2023-11-19 02:04:00	2023-11-19 02:13:00	2023-11-19 05:22:00	1	done	{"wind_kn": 4, "visibility_nm": 10, "tide_m": 0.4}
306	9134442	1	E3	in	2023-11-19 09:56:00	2023-11-19 12:02:00	2023-11-19 15:10:00	2	done	{"wind_kn": 27, "visibility_nm": 0.4, "tide_m": 1.4}
307	9157843	10	C1	in	2023-11-19 14:15:00	2023-11-19 14:43:00	2023-11-19 17:36:00	0	done	{"wind_kn": 14, "visibility_nm": 5, "tide_m": 2.2}
308	9119112	18	E3	in	2023-11-20 06:58:00	2023-11-20 07:23:00	2023-11-20 10:27:00	1	done	{"wind_kn": 10, "visibility_nm": 0.4, "tide_m": 1.9}
309	9106742	13	N2	out	2023-11-21 02:25:00	2023-11-21 03:01:00	2023-11-21 03:40:00	2	done	{"wind_kn": 10, "visibility_nm": 3, "tide_m": 1.4}
310	9139713	12	N2	out	2023-11-21 17:48:00	2023-11-21 18:15:00	2023-11-21 19:52:00	1	done	{"wind_kn": 8, "visibility_nm": 10, "tide_m": 2.0}
311	9130703	20	N1	out	2023-11-22 09:55:00	\N	\N	0	cancelled	{"wind_kn": 14, "visibility_nm": 10, "tide_m": 2.1}
312	9131436	10	N4	out	2023-11-22 21:53:00	2023-11-22 22:26:00	2023-11-23 00:42:00	2	done	{"wind_kn": 18, "visibility_nm": 0.4, "tide_m": 0.4}
313	9102442	9	N2	out	2023-11-23 02:32:00	\N	\N	1	cancelled	{"wind_kn": 27, "visibility_nm": 0.8, "tide_m": 0.4}
314	9133188	9	E1	out	2023-11-23 19:13:00	2023-11-23 19:17:00	2023-11-23 20:18:00	2	done	{"wind_kn": 14, "visibility_nm": 0.4, "tide_m": 1.6}
315	9102442	\N	T2	shift	2023-11-24 05:14:00	\N	\N	1	cancelled	{"wind_kn": 4, "visibility_nm": 10, "tide_m": 1.8}
316	9145405	22	T2	in	2023-11-24 07:10:00	2023-11-24 08:02:00	2023-11-24 09:00:00	1	done	{"wind_kn": 18, "visibility_nm": 10, "tide_m": 1.7}
317	9133956	10	N2	shift	2023-11-24 20:43:00	2023-11-24 20:49:00	2023-11-24 22:42:00	1	done	{"wind_kn": 8, "visibility_nm": 5, "tide_m": 1.7}
318	9140969	16	E2	in	2023-11-25 08:25:00	2023-11-25 09:53:00	2023-11-25 12:49:00	0	done	{"wind_kn": 14, "visibility_nm": 3, "tide_m": 2.5}
319	9142415	14	N4	in	2023-11-25 12:43:00	2023-11-25 13:31:00	2023-11-25 16:15:00	1	done	{"wind_kn": 33, "visibility_nm": 8, "tide_m": 2.5}
320	9105498	13	N2	out	2023-11-26 01:46:00	2023-11-26 01:46:00	2023-11-26 03:14:00	1	done	{"wind_kn": 4, "visibility_nm": 5, "tide_m": 3.2}
321	9122191	5	E4	in	2023-11-26 22:23:00	2023-11-26 23:00:00	2023-11-27 01:53:00	2	done	{"wind_kn": 8, "visibility_nm": 8, "tide_m": 0.4}
322	9140430	6	E3	shift	2023-11-27 15:37:00	2023-11-27 16:13:00	2023-11-27 19:16:00	2	done	{"wind_kn": 22, "visibility_nm": 1.5, "tide_m": 3.3}
323	9114157	22	S1	in	2023-11-27 18:15:00	2023-11-27 18:38:00	2023-11-27 20:45:00	0	done	{"wind_kn": 10, "visibility_nm": 0.8, "tide_m": 3.4}
324	9140969	5	T2	in	2023-11-28 14:16:00	2023-11-28 14:24:00	2023-11-28 17:12:00	0	done	{"wind_kn": 27, "visibility_nm": 0.4, "tide_m": 0.4}
325	9134442	9	N2	in	2023-11-28 17:34:00	2023-11-28 18:10:00	2023-11-28 20:15:00	1	done	{"wind_kn": 27, "visibility_nm": 8, "tide_m": 1.2}
326	9107360	19	E4	out	2023-11-28 20:34:00	2023-11-28 20:46:00	2023-11-28 22:43:00	1	done	{"wind_kn": 33, "visibility_nm": 10, "tide_m": 1.2}
327	9153434	17	E4	out	2023-11-28 23:15:00	\N	\N	1	cancelled	{"wind_kn": 18, "visibility_nm": 1.5, "tide_m": 0.5}
328	9137337	5	N2	out	2023-11-29 01:51:00	2023-11-29 03:08:00	2023-11-29 04:33:00	1	done	{"wind_kn": 10, "visibility_nm": 0.4, "tide_m": 2.3}
329	9140430	7	T2	in	2023-11-29 04:17:00	2023-11-29 04:36:00	2023-11-29 05:33:00	1	done	{"wind_kn": 8, "visibility_nm": 0.8, "tide_m": 1.1}
330	9119112	\N	N3	out	2023-11-29 07:13:00	\N	\N	1	cancelled	{"wind_kn": 8, "visibility_nm": 1.5, "tide_m": 1.7}
331	9132649	22	E1	in	2023-11-29 21:23:00	2023-11-29 23:45:00	2023-11-30 01:49:00	3	done	{"wind_kn": 8, "visibility_nm": 3, "tide_m": 0.4}
332	9133188	8	C1	in	2023-11-29 23:23:00	2023-11-29 23:32:00	2023-11-30 01:48:00	1	done	{"wind_kn": 8, "visibility_nm": 10, "tide_m": 2.2}
333	9119112	14	N2	out	2023-11-30 10:43:00	2023-11-30 13:39:00	2023-11-30 15:03:00	1	done	{"wind_kn": 10, "visibility_nm": 10, "tide_m": 0.6}
334	9151389	22	N2	out	2023-11-30 15:29:00	2023-11-30 15:48:00	2023-11-30 18:28:00	2	done	{"wind_kn": 8, "visibility_nm": 0.8, "tide_m": 1.4}
335	9160079	14	E3	in	2023-12-01 05:29:00	2023-12-01 05:52:00	2023-12-01 08:10:00	1	done	{"wind_kn": 8, "visibility_nm": 8, "tide_m": 1.6}
336	9133956	19	E4	out	2023-12-01 18:58:00	2023-12-01 19:37:00	2023-12-01 22:27:00	2	done	{"wind_kn": 8, "visibility_nm": 8, "tide_m": 1.4}
337	9155694	13	N4	in	2023-12-02 11:11:00	2023-12-02 11:30:00	2023-12-02 14:01:00	2	done	{"wind_kn": 4, "visibility_nm": 1.5, "tide_m": 2.2}
338	9123850	17	E2	out	2023-12-02 17:17:00	2023-12-02 17:58:00	2023-12-02 20:03:00	1	done	{"wind_kn": 14, "visibility_nm": 8, "tide_m": 1.3}
339	9116879	5	N3	in	2023-12-02 23:23:00	2023-12-02 23:52:00	2023-12-03 02:02:00	2	done	{"wind_kn": 14, "visibility_nm": 0.8, "tide_m": 2.1}
340	9157843	17	S1	out	2023-12-03 03:09:00	2023-12-03 03:19:00	2023-12-03 04:53:00	0	done	{"wind_kn": 18, "visibility_nm": 0.8, "tide_m": 2.9}
341	9102442	1	E3	in	2023-12-03 19:49:00	2023-12-03 20:24:00	2023-12-03 21:18:00	1	done	{"wind_kn": 14, "visibility_nm": 3, "tide_m": 0.4}
342	9116185	10	T1	out	2023-12-03 21:51:00	2023-12-03 22:16:00	2023-12-04 00:22:00	3	done	{"wind_kn": 10, "visibility_nm": 5, "tide_m": 2.0}
343	9158747	22	E1	in	2023-12-03 23:32:00	2023-12-04 00:19:00	2023-12-04 03:14:00	1	done	{"wind_kn": 27, "visibility_nm": 3, "tide_m": 1.1}
344	9113446	1	E3	in	2023-12-04 02:27:00	2023-12-04 02:26:00	2023-12-04 03:30:00	2	done	{"wind_kn": 22, "visibility_nm": 8, "tide_m": 2.8}
345	9127243	17	E2	out	2023-12-04 18:14:00	2023-12-04 18:49:00	2023-12-04 21:24:00	2	done	{"wind_kn": 4, "visibility_nm": 8, "tide_m": 3.3}
346	9105498	19	C1	in	2023-12-04 21:57:00	2023-12-04 22:25:00	2023-12-04 23:08:00	1	done	{"wind_kn": 8, "visibility_nm": 0.4, "tide_m": 2.3}
347	9130703	20	S1	in	2023-12-05 16:46:00	2023-12-05 17:10:00	2023-12-05 18:44:00	0	done	{"wind_kn": 27, "visibility_nm": 10, "tide_m": 2.8}
348	9150860	18	E2	out	2023-12-06 06:13:00	2023-12-06 06:13:00	2023-12-06 09:21:00	2	done	{"wind_kn": 33, "visibility_nm": 1.5, "tide_m": 0.8}
349	9135864	6	T1	in	2023-12-07 00:21:00	2023-12-07 00:23:00	2023-12-07 02:58:00	0	done	{"wind_kn": 10, "visibility_nm": 0.8, "tide_m": 1.2}
350	9140969	\N	S1	out	2023-12-07 19:06:00	\N	\N	0	cancelled	{"wind_kn": 27, "visibility_nm": 10, "tide_m": 1.9}
351	9140430	12	S2	in	2023-12-08 14:14:00	\N	\N	1	cancelled	{"wind_kn": 18, "visibility_nm": 1.5, "tide_m": 1.2}
352	9119764	19	E4	shift	2023-12-09 06:25:00	2023-12-09 06:39:00	2023-12-09 09:15:00	2	done	{"wind_kn": 27, "visibility_nm": 0.4, "tide_m": 0.6}
353	9155002	19	E4	in	2023-12-09 18:54:00	\N	\N	1	cancelled	{"wind_kn": 10, "visibility_nm": 10, "tide_m": 3.1}
354	9155694	7	N3	in	2023-12-09 21:54:00	2023-12-09 22:15:00	2023-12-10 00:49:00	2	done	{"wind_kn": 18, "visibility_nm": 10, "tide_m": 1.0}
355	9148453	1	T1	out	2023-12-10 04:42:00	2023-12-10 05:01:00	2023-12-10 07:32:00	2	done	{"wind_kn": 8, "visibility_nm": 3, "tide_m": 0.5}
356	9136574	18	N4	out	2023-12-10 11:51:00	2023-12-10 15:17:00	2023-12-10 16:38:00	2	done	{"wind_kn": 14, "visibility_nm": 8, "tide_m": 2.6}
357	9125736	10	S1	in	2023-12-10 16:43:00	2023-12-10 17:12:00	2023-12-10 19:02:00	1	done	{"wind_kn": 18, "visibility_nm": 0.8, "tide_m": 3.4}
358	9146895	20	T1	out	2023-12-11 00:49:00	2023-12-11 01:26:00	2023-12-11 03:50:00	1	done	{"wind_kn": 27, "visibility_nm": 5, "tide_m": 1.5}
359	9122958	\N	N1	out	2023-12-11 15:32:00	\N	\N	2	cancelled	{"wind_kn": 8, "visibility_nm": 8, "tide_m": 1.8}
360	9122958	4	E4	out	2023-12-12 10:45:00	2023-12-12 10:59:00	2023-12-12 12:25:00	3	done	{"wind_kn": 10, "visibility_nm": 0.8, "tide_m": 1.5}
361	9134442	1	C1	out	2023-12-12 15:29:00	2023-12-12 15:37:00	2023-12-12 17:58:00	1	done	{"wind_kn": 22, "visibility_nm": 8, "tide_m": 2.0}
362	9106074	22	E2	in	2023-12-12 22:22:00	2023-12-12 22:51:00	2023-12-13 01:57:00	1	done	{"wind_kn": 14, "visibility_nm": 10, "tide_m": 2.9}
363	9100355	9	T1	in	2023-12-13 06:05:00	2023-12-13 06:20:00	2023-12-13 09:00:00	1	done	{"wind_kn": 14, "visibility_nm": 1.5, "tide_m": 1.4}
364	9139713	19	N1	in	2023-12-14 01:20:00	2023-12-14 03:43:00	2023-12-14 04:46:00	2	done	{"wind_kn": 27, "visibility_nm": 0.8, "tide_m": 0.2}
365	9109228	12	S2	out	2023-12-14 18:32:00	2023-12-14 19:25:00	2023-12-14 21:31:00	2	done	{"wind_kn": 8, "visibility_nm": 3, "tide_m": 1.0}
366	9134442	5	N4	in	2023-12-15 01:57:00	2023-12-15 02:14:00	2023-12-15 03:18:00	1	done	{"wind_kn": 27, "visibility_nm": 0.8, "tide_m": 2.1}
367	9153434	18	E1	shift	2023-12-15 21:55:00	2023-12-15 22:09:00	2023-12-15 23:11:00	1	done	{"wind_kn": 33, "visibility_nm": 0.8, "tide_m": 2.3}
368	9121291	11	T1	out	2023-12-16 12:29:00	2023-12-16 13:15:00	2023-12-16 15:06:00	0	done	{"wind_kn": 14, "visibility_nm": 1.5, "tide_m": 1.0}
369	9102442	5	E3	in	2023-12-16 22:54:00	2023-12-16 22:59:00	2023-12-16 23:47:00	1	done	{"wind_kn": 27, "visibility_nm": 3, "tide_m": 1.9}
370	9143149	9	E3	out	2023-12-17 16:37:00	2023-12-17 16:48:00	2023-12-17 18:28:00	1	done	{"wind_kn": 27, "visibility_nm": 8, "tide_m": 1.4}
371	9145405	14	E2	in	2023-12-18 09:02:00	2023-12-18 09:18:00	2023-12-18 10:19:00	2	done	{"wind_kn": 8, "visibility_nm": 10, "tide_m": 2.4}
372	9128136	14	N2	out	2023-12-18 10:36:00	2023-12-18 10:46:00	2023-12-18 11:45:00	2	done	{"wind_kn": 22, "visibility_nm": 8, "tide_m": 2.6}
373	9131436	13	N3	in	2023-12-18 23:24:00	2023-12-18 23:19:00	2023-12-19 02:20:00	2	done	{"wind_kn": 33, "visibility_nm": 1.5, "tide_m": 1.1}
374	9128136	9	E3	out	2023-12-19 15:50:00	\N	\N	1	cancelled	{"wind_kn": 10, "visibility_nm": 10, "tide_m": 0.3}
375	9155694	5	T2	out	2023-12-19 22:07:00	2023-12-19 23:06:00	2023-12-20 00:13:00	1	done	{"wind_kn": 4, "visibility_nm": 8, "tide_m": 1.1}
376	9161034	20	E4	in	2023-12-20 19:22:00	2023-12-20 19:37:00	2023-12-20 20:52:00	1	done	{"wind_kn": 27, "visibility_nm": 10, "tide_m": 2.9}
377	9136574	13	T2	out	2023-12-21 03:34:00	2023-12-21 04:03:00	2023-12-21 05:44:00	1	done	{"wind_kn": 18, "visibility_nm": 10, "tide_m": 1.7}
378	9111040	11	S1	shift	2023-12-21 17:36:00	2023-12-21 17:31:00	2023-12-21 18:11:00	1	done	{"wind_kn": 10, "visibility_nm": 8, "tide_m": 1.4}
379	9146349	20	E3	in	2023-12-22 10:50:00	2023-12-22 11:46:00	2023-12-22 11:06:00	2	done	{"wind_kn": 33, "visibility_nm": 3, "tide_m": 1.3}
380	9116185	11	S2	out	2023-12-23 06:09:00	2023-12-23 06:31:00	2023-12-23 08:40:00	3	done	{"wind_kn": 8, "visibility_nm": 0.8, "tide_m": 2.3}
381	9120949	19	T2	in	2023-12-23 14:12:00	2023-12-23 15:13:00	2023-12-23 15:55:00	3	done	{"wind_kn": 22, "visibility_nm": 0.4, "tide_m": 3.2}
382	9101723	\N	S1	in	2023-12-24 06:32:00	\N	\N	1	cancelled	{"wind_kn": 33, "visibility_nm": 0.4, "tide_m": 0.3}
383	9103788	17	S3	out	2023-12-24 19:51:00	2023-12-24 20:15:00	2023-12-24 23:08:00	1	done	{"wind_kn": 18, "visibility_nm": 10, "tide_m": 3.2}
384	9150860	5	C1	out	2023-12-25 10:33:00	2023-12-25 11:20:00	2023-12-25 13:58:00	2	done	{"wind_kn": 27, "visibility_nm": 0.4, "tide_m": 2.2}
385	9128738	4	S2	in	2023-12-26 03:43:00	2023-12-26 03:43:00	2023-12-26 04:41:00	1	done	{"wind_kn": 10, "visibility_nm": 10, "tide_m": 2.1}
386	9146895	18	E2	out	2023-12-26 17:40:00	2023-12-26 18:06:00	2023-12-26 18:49:00	1	done	{"wind_kn": 18, "visibility_nm": 8, "tide_m": 2.3}
387	9102442	1	N4	out	2023-12-27 15:16:00	2023-12-27 15:17:00	2023-12-27 16:54:00	1	done	{"wind_kn": 22, "visibility_nm": 3, "tide_m": 1.8}
388	9130400	2	E1	in	2023-12-28 12:32:00	2023-12-28 13:01:00	2023-12-28 15:38:00	1	done	{"wind_kn": 4, "visibility_nm": 10, "tide_m": 3.2}
389	9122958	18	S2	out	2023-12-28 23:17:00	2023-12-28 23:54:00	2023-12-29 00:50:00	2	done	{"wind_kn": 10, "visibility_nm": 10, "tide_m": 2.2}
390	9157201	19	S1	in	2023-12-29 06:55:00	2023-12-29 07:27:00	2023-12-29 09:41:00	2	done	{"wind_kn": 10, "visibility_nm": 1.5, "tide_m": 0.8}
391	9140969	5	S2	in	2023-12-30 02:49:00	2023-12-30 03:15:00	2023-12-30 03:59:00	0	done	{"wind_kn": 8, "visibility_nm": 3, "tide_m": 2.7}
392	9125736	10	T2	out	2023-12-30 04:14:00	2023-12-30 04:13:00	2023-12-30 06:13:00	2	done	{"wind_kn": 4, "visibility_nm": 0.8, "tide_m": 2.3}
393	9126326	\N	N2	in	2023-12-30 07:54:00	\N	\N	1	cancelled	{"wind_kn": 18, "visibility_nm": 3, "tide_m": 1.9}
394	9155694	19	S3	in	2023-12-30 22:43:00	\N	\N	1	cancelled	{"wind_kn": 22, "visibility_nm": 3, "tide_m": 0.9}
395	9154454	17	E2	out	2023-12-31 04:10:00	2023-12-31 04:28:00	2023-12-31 06:47:00	1	done	{"wind_kn": 10, "visibility_nm": 0.8, "tide_m": 1.6}
396	9138836	14	E4	in	2023-12-31 09:22:00	2023-12-31 09:52:00	2023-12-31 11:20:00	2	done	{"wind_kn": 10, "visibility_nm": 10, "tide_m": 1.9}
397	9108201	5	S2	in	2023-12-31 17:13:00	2023-12-31 18:54:00	2023-12-31 20:55:00	2	done	{"wind_kn": 8, "visibility_nm": 3, "tide_m": 1.5}
398	9154454	19	N3	out	2024-01-01 01:46:00	2024-01-01 02:43:00	2024-01-01 03:19:00	1	done	{"wind_kn": 22, "visibility_nm": 3, "tide_m": 2.0}
399	9115563	13	E1	in	2024-01-01 21:42:00	2024-01-01 22:15:00	2024-01-02 01:06:00	1	done	{"wind_kn": 22, "visibility_nm": 0.8, "tide_m": 3.3}
400	9138040	13	N1	out	2024-01-02 16:28:00	2024-01-02 17:05:00	2024-01-02 18:06:00	2	done	{"wind_kn": 14, "visibility_nm": 5, "tide_m": 3.3}
401	9125736	8	C1	shift	2024-01-02 22:38:00	2024-01-02 23:58:00	2024-01-03 02:32:00	1	done	{"wind_kn": 8, "visibility_nm": 1.5, "tide_m": 1.6}
402	9135088	18	S3	out	2024-01-03 09:06:00	2024-01-03 10:07:00	2024-01-03 12:39:00	1	done	{"wind_kn": 14, "visibility_nm": 1.5, "tide_m": 2.5}
403	9151389	10	N4	in	2024-01-04 01:06:00	2024-01-04 01:14:00	2024-01-04 03:49:00	2	done	{"wind_kn": 22, "visibility_nm": 3, "tide_m": 1.1}
404	9135864	12	E2	in	2024-01-04 15:04:00	2024-01-04 15:14:00	2024-01-04 17:10:00	0	done	{"wind_kn": 22, "visibility_nm": 0.8, "tide_m": 2.0}
405	9115102	18	E3	in	2024-01-04 21:32:00	2024-01-05 00:21:00	2024-01-05 02:46:00	2	done	{"wind_kn": 4, "visibility_nm": 10, "tide_m": 0.6}
406	9154454	5	N2	out	2024-01-05 09:30:00	2024-01-05 09:53:00	2024-01-05 12:33:00	2	done	{"wind_kn": 33, "visibility_nm": 1.5, "tide_m": 0.6}
407	9147916	18	N1	in	2024-01-05 14:54:00	2024-01-05 15:12:00	2024-01-05 16:20:00	1	done	{"wind_kn": 4, "visibility_nm": 8, "tide_m": 1.1}
408	9103379	18	N1	in	2024-01-06 11:53:00	2024-01-06 12:08:00	2024-01-06 15:02:00	1	done	{"wind_kn": 22, "visibility_nm": 10, "tide_m": 3.0}
409	9152309	\N	T1	out	2024-01-07 08:22:00	\N	\N	2	cancelled	{"wind_kn": 22, "visibility_nm": 10, "tide_m": 2.5}
410	9113446	14	T2	out	2024-01-07 11:56:00	2024-01-07 12:24:00	2024-01-07 14:40:00	2	done	{"wind_kn": 22, "visibility_nm": 8, "tide_m": 3.3}
411	9146895	12	T1	out	2024-01-08 00:12:00	2024-01-08 00:25:00	2024-01-08 02:22:00	1	done	{"wind_kn": 4, "visibility_nm": 10, "tide_m": 2.4}
412	9132649	12	E4	in	2024-01-08 09:45:00	2024-01-08 12:21:00	2024-01-08 13:09:00	1	done	{"wind_kn": 22, "visibility_nm": 1.5, "tide_m": 2.1}
413	9137337	5	E3	in	2024-01-09 02:47:00	2024-01-09 05:26:00	2024-01-09 06:57:00	1	done	{"wind_kn": 27, "visibility_nm": 0.4, "tide_m": 3.2}
414	9116185	21	E4	in	2024-01-09 22:21:00	2024-01-09 22:45:00	2024-01-10 01:48:00	1	done	{"wind_kn": 4, "visibility_nm": 1.5, "tide_m": 0.9}
415	9155002	1	E4	in	2024-01-10 16:17:00	2024-01-10 16:52:00	2024-01-10 19:15:00	1	done	{"wind_kn": 14, "visibility_nm": 5, "tide_m": 0.4}
416	9122958	11	T1	out	2024-01-10 21:48:00	2024-01-10 22:10:00	2024-01-10 23:46:00	3	done	{"wind_kn": 4, "visibility_nm": 10, "tide_m": 0.3}
417	9133188	11	S1	out	2024-01-11 10:11:00	2024-01-11 12:52:00	2024-01-11 14:10:00	2	done	{"wind_kn": 4, "visibility_nm": 8, "tide_m": 1.7}
418	9155002	22	N3	in	2024-01-11 22:35:00	2024-01-12 00:49:00	2024-01-12 01:52:00	2	done	{"wind_kn": 18, "visibility_nm": 1.5, "tide_m": 2.7}
419	9100355	9	T2	in	2024-01-12 05:12:00	2024-01-12 05:36:00	2024-01-12 08:05:00	3	done	{"wind_kn": 14, "visibility_nm": 5, "tide_m": 1.7}
420	9143149	9	T1	out	2024-01-12 06:22:00	2024-01-12 06:50:00	2024-01-12 08:08:00	1	done	{"wind_kn": 27, "visibility_nm": 0.4, "tide_m": 1.0}
421	9103379	18	E3	in	2024-01-12 20:09:00	2024-01-12 20:30:00	2024-01-12 23:16:00	1	done	{"wind_kn": 4, "visibility_nm": 8, "tide_m": 3.3}
422	9160079	10	E4	shift	2024-01-13 16:36:00	2024-01-13 18:17:00	2024-01-13 19:27:00	2	done	{"wind_kn": 14, "visibility_nm": 3, "tide_m": 1.3}
423	9136574	9	T1	out	2024-01-14 09:34:00	2024-01-14 09:49:00	2024-01-14 11:23:00	1	done	{"wind_kn": 22, "visibility_nm": 0.8, "tide_m": 0.7}
424	9161034	14	N4	in	2024-01-15 02:35:00	2024-01-15 02:34:00	2024-01-15 05:19:00	1	done	{"wind_kn": 27, "visibility_nm": 1.5, "tide_m": 2.9}
425	9125736	13	E2	out	2024-01-15 08:54:00	2024-01-15 08:49:00	2024-01-15 10:09:00	1	done	{"wind_kn": 22, "visibility_nm": 5, "tide_m": 2.5}
426	9148453	5	T2	in	2024-01-15 12:25:00	2024-01-15 12:44:00	2024-01-15 15:24:00	3	done	{"wind_kn": 27, "visibility_nm": 0.4, "tide_m": 0.5}
427	9135864	16	N2	out	2024-01-15 18:15:00	2024-01-15 18:52:00	2024-01-15 20:42:00	0	done	{"wind_kn": 18, "visibility_nm": 3, "tide_m": 3.2}
428	9131436	13	N1	in	2024-01-16 11:21:00	2024-01-16 11:52:00	2024-01-16 13:38:00	1	done	{"wind_kn": 33, "visibility_nm": 0.8, "tide_m": 0.6}
429	9128136	\N	E2	in	2024-01-16 16:25:00	\N	\N	2	cancelled	{"wind_kn": 14, "visibility_nm": 8, "tide_m": 2.6}
430	9100916	9	E3	in	2024-01-16 19:02:00	2024-01-16 19:43:00	2024-01-16 21:30:00	3	done	{"wind_kn": 22, "visibility_nm": 8, "tide_m": 1.8}
431	9121291	13	S3	shift	2024-01-16 21:45:00	2024-01-16 22:07:00	2024-01-17 00:34:00	0	done	{"wind_kn": 27, "visibility_nm": 1.5, "tide_m": 1.3}
432	9102442	17	E1	out	2024-01-17 09:35:00	\N	\N	1	cancelled	{"wind_kn": 27, "visibility_nm": 0.4, "tide_m": 2.7}
433	9125154	7	C1	in	2024-01-17 17:22:00	2024-01-17 17:38:00	2024-01-17 20:14:00	1	done	{"wind_kn": 33, "visibility_nm": 3, "tide_m": 0.8}
434	9125154	7	C1	in	2024-01-18 09:06:00	2024-01-18 09:32:00	2024-01-18 12:13:00	1	done	{"wind_kn": 14, "visibility_nm": 0.4, "tide_m": 2.8}
435	9106742	13	S3	out	2024-01-18 16:11:00	2024-01-18 16:14:00	2024-01-18 18:52:00	1	done	{"wind_kn": 33, "visibility_nm": 8, "tide_m": 2.1}
436	9160079	5	T1	out	2024-01-19 01:19:00	2024-01-19 01:41:00	2024-01-19 04:38:00	1	done	{"wind_kn": 14, "visibility_nm": 10, "tide_m": 3.3}
437	9120949	7	S1	in	2024-01-19 09:41:00	2024-01-19 10:11:00	2024-01-19 11:50:00	2	done	{"wind_kn": 33, "visibility_nm": 1.5, "tide_m": 2.7}
438	9159626	5	T1	out	2024-01-20 05:23:00	2024-01-20 06:02:00	2024-01-20 08:04:00	2	done	{"wind_kn": 14, "visibility_nm": 1.5, "tide_m": 3.1}
439	9112612	13	E1	in	2024-01-20 12:43:00	2024-01-20 13:09:00	2024-01-20 15:41:00	2	done	{"wind_kn": 10, "visibility_nm": 8, "tide_m": 1.4}
440	9115102	17	N2	out	2024-01-21 06:11:00	2024-01-21 06:41:00	2024-01-21 08:52:00	1	done	{"wind_kn": 22, "visibility_nm": 10, "tide_m": 2.5}
441	9149320	13	T1	in	2024-01-21 23:20:00	2024-01-21 23:19:00	2024-01-22 00:22:00	1	done	{"wind_kn": 10, "visibility_nm": 8, "tide_m": 1.7}
442	9138836	13	E3	out	2024-01-22 14:55:00	2024-01-22 16:06:00	2024-01-22 18:47:00	2	done	{"wind_kn": 27, "visibility_nm": 5, "tide_m": 0.6}
443	9103788	14	E4	out	2024-01-22 21:41:00	2024-01-22 22:17:00	2024-01-22 23:01:00	2	done	{"wind_kn": 33, "visibility_nm": 0.8, "tide_m": 2.3}
444	9146895	12	E4	shift	2024-01-22 23:48:00	2024-01-22 23:54:00	2024-01-23 00:47:00	2	done	{"wind_kn": 10, "visibility_nm": 5, "tide_m": 1.7}
445	9101723	2	S1	out	2024-01-23 11:54:00	2024-01-23 14:49:00	2024-01-23 17:21:00	1	done	{"wind_kn": 8, "visibility_nm": 8, "tide_m": 0.2}
446	9116185	20	E4	out	2024-01-23 15:46:00	2024-01-23 16:11:00	2024-01-23 16:59:00	3	done	{"wind_kn": 10, "visibility_nm": 0.4, "tide_m": 0.5}
447	9107360	2	N3	in	2024-01-24 02:23:00	2024-01-24 02:23:00	2024-01-24 04:42:00	1	done	{"wind_kn": 33, "visibility_nm": 10, "tide_m": 3.2}
448	9110593	14	N4	in	2024-01-24 18:56:00	\N	\N	0	cancelled	{"wind_kn": 33, "visibility_nm": 5, "tide_m": 1.5}
449	9140969	15	S1	out	2024-01-25 11:04:00	2024-01-25 11:50:00	2024-01-25 14:37:00	0	done	{"wind_kn": 14, "visibility_nm": 5, "tide_m": 0.8}
450	9110593	8	E3	out	2024-01-25 18:49:00	2024-01-25 20:04:00	2024-01-25 21:07:00	0	done	{"wind_kn": 8, "visibility_nm": 1.5, "tide_m": 3.0}
451	9121291	9	T1	in	2024-01-26 09:45:00	2024-01-26 10:07:00	2024-01-26 11:52:00	0	done	{"wind_kn": 10, "visibility_nm": 10, "tide_m": 2.5}
452	9122191	22	E3	shift	2024-01-26 12:38:00	2024-01-26 13:28:00	2024-01-26 15:50:00	2	done	{"wind_kn": 22, "visibility_nm": 10, "tide_m": 0.7}
453	9153434	22	N1	in	2024-01-27 00:00:00	2024-01-27 00:41:00	2024-01-27 02:12:00	1	done	{"wind_kn": 4, "visibility_nm": 10, "tide_m": 0.9}
454	9117602	13	N3	in	2024-01-27 10:41:00	2024-01-27 10:59:00	2024-01-27 11:52:00	1	done	{"wind_kn": 22, "visibility_nm": 1.5, "tide_m": 0.4}
455	9131436	8	E2	shift	2024-01-27 17:30:00	2024-01-27 18:04:00	2024-01-27 20:01:00	2	done	{"wind_kn": 18, "visibility_nm": 8, "tide_m": 3.2}
456	9150095	17	C1	out	2024-01-28 05:58:00	2024-01-28 06:08:00	2024-01-28 08:07:00	1	done	{"wind_kn": 27, "visibility_nm": 3, "tide_m": 2.1}
457	9100355	17	T2	out	2024-01-28 08:56:00	2024-01-28 09:32:00	2024-01-28 12:28:00	2	done	{"wind_kn": 8, "visibility_nm": 0.4, "tide_m": 2.2}
458	9132649	9	C1	in	2024-01-28 20:17:00	2024-01-28 23:36:00	2024-01-29 02:20:00	3	done	{"wind_kn": 27, "visibility_nm": 1.5, "tide_m": 0.2}
459	9129646	22	N3	out	2024-01-29 12:47:00	2024-01-29 12:58:00	2024-01-29 16:02:00	1	done	{"wind_kn": 33, "visibility_nm": 3, "tide_m": 1.6}
460	9144673	9	S2	out	2024-01-30 07:46:00	2024-01-30 08:42:00	2024-01-30 09:26:00	3	done	{"wind_kn": 10, "visibility_nm": 10, "tide_m": 1.2}
461	9155694	1	N1	out	2024-01-31 03:42:00	2024-01-31 03:57:00	2024-01-31 04:49:00	2	done	{"wind_kn": 33, "visibility_nm": 10, "tide_m": 3.3}
462	9144086	4	N3	in	2024-01-31 05:24:00	2024-01-31 05:35:00	2024-01-31 08:10:00	2	done	{"wind_kn": 8, "visibility_nm": 1.5, "tide_m": 2.9}
463	9109228	13	C1	in	2024-01-31 19:09:00	2024-01-31 19:44:00	2024-01-31 20:40:00	2	done	{"wind_kn": 14, "visibility_nm": 10, "tide_m": 3.3}
464	9124175	13	N1	in	2024-02-01 08:36:00	2024-02-01 08:42:00	2024-02-01 10:31:00	2	done	{"wind_kn": 22, "visibility_nm": 10, "tide_m": 2.5}
465	9154454	18	E2	in	2024-02-02 02:53:00	\N	\N	2	cancelled	{"wind_kn": 10, "visibility_nm": 3, "tide_m": 3.3}
466	9128136	18	N4	in	2024-02-02 22:28:00	2024-02-02 22:49:00	2024-02-03 00:30:00	2	done	{"wind_kn": 4, "visibility_nm": 5, "tide_m": 3.2}
467	9135864	13	E3	in	2024-02-03 10:20:00	2024-02-03 10:43:00	2024-02-03 13:10:00	0	done	{"wind_kn": 33, "visibility_nm": 10, "tide_m": 0.3}
468	9117602	17	E2	shift	2024-02-04 01:17:00	2024-02-04 01:33:00	2024-02-04 03:00:00	2	done	{"wind_kn": 33, "visibility_nm": 0.4, "tide_m": 0.5}
469	9119764	1	E1	shift	2024-02-04 14:47:00	2024-02-04 15:23:00	2024-02-04 16:24:00	2	done	{"wind_kn": 14, "visibility_nm": 3, "tide_m": 2.6}
470	9138040	1	T1	in	2024-02-05 01:59:00	2024-02-05 02:56:00	2024-02-05 04:24:00	2	done	{"wind_kn": 27, "visibility_nm": 5, "tide_m": 3.3}
471	9113446	9	C1	in	2024-02-05 08:11:00	2024-02-05 08:30:00	2024-02-05 10:27:00	2	done	{"wind_kn": 33, "visibility_nm": 8, "tide_m": 1.4}
472	9128738	14	N3	in	2024-02-05 18:02:00	2024-02-05 18:15:00	2024-02-05 20:06:00	1	done	{"wind_kn": 10, "visibility_nm": 8, "tide_m": 1.3}
473	9145405	17	S3	out	2024-02-06 03:33:00	2024-02-06 03:40:00	2024-02-06 05:03:00	3	done	{"wind_kn": 8, "visibility_nm": 0.8, "tide_m": 2.4}
474	9157201	1	E3	in	2024-02-06 14:37:00	2024-02-06 15:09:00	2024-02-06 17:43:00	2	done	{"wind_kn": 33, "visibility_nm": 0.8, "tide_m": 2.4}
475	9142415	17	N3	out	2024-02-07 08:48:00	2024-02-07 09:19:00	2024-02-07 10:59:00	1	done	{"wind_kn": 4, "visibility_nm": 8, "tide_m": 0.5}
476	9125736	20	E2	out	2024-02-07 12:46:00	2024-02-07 13:16:00	2024-02-07 15:19:00	1	done	{"wind_kn": 4, "visibility_nm": 5, "tide_m": 3.0}
477	9150095	5	S3	out	2024-02-07 21:00:00	2024-02-07 23:27:00	2024-02-08 02:32:00	2	done	{"wind_kn": 10, "visibility_nm": 5, "tide_m": 3.0}
478	9129646	21	E2	in	2024-02-08 16:45:00	2024-02-08 17:45:00	2024-02-08 20:51:00	1	done	{"wind_kn": 18, "visibility_nm": 3, "tide_m": 0.7}
479	9155694	8	S3	out	2024-02-09 02:42:00	2024-02-09 03:23:00	2024-02-09 06:00:00	1	done	{"wind_kn": 4, "visibility_nm": 8, "tide_m": 0.4}
480	9138040	18	E4	out	2024-02-09 13:42:00	2024-02-09 15:22:00	2024-02-09 16:05:00	2	done	{"wind_kn": 4, "visibility_nm": 10, "tide_m": 2.5}
481	9144086	3	C1	out	2024-02-10 04:42:00	2024-02-10 05:29:00	2024-02-10 08:08:00	1	done	{"wind_kn": 18, "visibility_nm": 8, "tide_m": 1.2}
482	9127243	22	E1	out	2024-02-10 19:12:00	2024-02-10 19:27:00	2024-02-10 20:41:00	2	done	{"wind_kn": 14, "visibility_nm": 10, "tide_m": 1.6}
483	9144086	22	N2	in	2024-02-11 13:27:00	2024-02-11 14:11:00	2024-02-11 17:19:00	2	done	{"wind_kn": 33, "visibility_nm": 8, "tide_m": 2.5}
484	9158747	1	N4	in	2024-02-11 14:59:00	2024-02-11 15:22:00	2024-02-11 17:56:00	2	done	{"wind_kn": 18, "visibility_nm": 10, "tide_m": 2.9}
485	9128136	5	T1	out	2024-02-12 03:44:00	2024-02-12 03:55:00	2024-02-12 06:16:00	1	done	{"wind_kn": 18, "visibility_nm": 0.4, "tide_m": 3.0}
486	9144086	7	E3	shift	2024-02-12 10:00:00	2024-02-12 09:55:00	2024-02-12 10:49:00	1	done	{"wind_kn": 22, "visibility_nm": 0.4, "tide_m": 0.8}
487	9125154	16	N3	out	2024-02-13 06:20:00	2024-02-13 07:01:00	2024-02-13 09:04:00	1	done	{"wind_kn": 4, "visibility_nm": 0.4, "tide_m": 0.7}
488	9136574	17	N3	out	2024-02-13 12:20:00	2024-02-13 12:45:00	2024-02-13 15:54:00	1	done	{"wind_kn": 33, "visibility_nm": 0.4, "tide_m": 2.2}
489	9137337	21	C1	out	2024-02-13 20:36:00	2024-02-13 22:14:00	2024-02-13 23:58:00	2	done	{"wind_kn": 10, "visibility_nm": 8, "tide_m": 3.4}
490	9115102	17	E4	out	2024-02-14 02:43:00	2024-02-14 03:01:00	2024-02-14 03:36:00	1	done	{"wind_kn": 18, "visibility_nm": 1.5, "tide_m": 3.4}
491	9137337	5	N1	in	2024-02-14 05:18:00	2024-02-14 05:54:00	2024-02-14 06:53:00	2	done	{"wind_kn": 33, "visibility_nm": 10, "tide_m": 1.8}
492	9121291	19	S3	out	2024-02-14 12:24:00	2024-02-14 14:12:00	2024-02-14 15:20:00	0	done	{"wind_kn": 10, "visibility_nm": 3, "tide_m": 1.5}
493	9128136	14	N4	in	2024-02-15 08:22:00	2024-02-15 09:11:00	2024-02-15 10:35:00	2	done	{"wind_kn": 8, "visibility_nm": 0.8, "tide_m": 0.4}
494	9137337	1	E2	out	2024-02-16 03:34:00	2024-02-16 03:53:00	2024-02-16 04:39:00	1	done	{"wind_kn": 27, "visibility_nm": 3, "tide_m": 1.8}
495	9103379	5	T1	out	2024-02-16 07:32:00	2024-02-16 07:59:00	2024-02-16 10:01:00	1	done	{"wind_kn": 14, "visibility_nm": 8, "tide_m": 2.0}
496	9155002	14	N3	out	2024-02-16 12:08:00	2024-02-16 13:16:00	2024-02-16 15:00:00	1	done	{"wind_kn": 10, "visibility_nm": 1.5, "tide_m": 2.2}
497	9103379	9	T1	shift	2024-02-17 01:49:00	\N	\N	1	cancelled	{"wind_kn": 33, "visibility_nm": 0.8, "tide_m": 1.3}
498	9130400	3	E1	shift	2024-02-17 19:31:00	2024-02-17 20:00:00	2024-02-17 21:39:00	1	done	{"wind_kn": 27, "visibility_nm": 10, "tide_m": 3.1}
499	9156492	14	N4	out	2024-02-18 00:13:00	2024-02-18 00:25:00	2024-02-18 03:01:00	1	done	{"wind_kn": 10, "visibility_nm": 0.4, "tide_m": 2.3}
500	9146349	21	T2	out	2024-02-18 18:20:00	2024-02-18 18:57:00	2024-02-18 19:37:00	1	done	{"wind_kn": 27, "visibility_nm": 10, "tide_m": 2.3}
501	9130703	16	T1	out	2024-02-18 23:05:00	2024-02-18 23:53:00	2024-02-19 02:11:00	0	done	{"wind_kn": 27, "visibility_nm": 10, "tide_m": 1.1}
502	9140430	21	N1	out	2024-02-19 06:35:00	2024-02-19 07:07:00	2024-02-19 09:37:00	1	done	{"wind_kn": 8, "visibility_nm": 10, "tide_m": 0.7}
503	9109228	18	E2	in	2024-02-19 17:55:00	2024-02-19 17:51:00	2024-02-19 18:36:00	1	done	{"wind_kn": 8, "visibility_nm": 1.5, "tide_m": 1.2}
504	9110593	16	N3	in	2024-02-20 00:42:00	2024-02-20 00:56:00	2024-02-20 02:08:00	0	done	{"wind_kn": 4, "visibility_nm": 0.8, "tide_m": 2.8}
505	9100355	22	T2	out	2024-02-20 18:28:00	2024-02-20 19:59:00	2024-02-20 21:22:00	1	done	{"wind_kn": 4, "visibility_nm": 10, "tide_m": 1.4}
506	9125154	19	C1	shift	2024-02-21 11:39:00	2024-02-21 11:59:00	2024-02-21 14:37:00	1	done	{"wind_kn": 27, "visibility_nm": 1.5, "tide_m": 0.6}
507	9112612	17	T1	out	2024-02-21 23:02:00	2024-02-21 23:29:00	2024-02-22 00:33:00	2	done	{"wind_kn": 14, "visibility_nm": 3, "tide_m": 2.3}
508	9109228	20	T2	in	2024-02-22 16:25:00	2024-02-22 16:57:00	2024-02-22 18:30:00	1	done	{"wind_kn": 8, "visibility_nm": 8, "tide_m": 3.1}
509	9115563	19	E4	out	2024-02-23 06:42:00	2024-02-23 06:56:00	2024-02-23 09:02:00	2	done	{"wind_kn": 27, "visibility_nm": 8, "tide_m": 1.8}
510	9103379	18	N1	shift	2024-02-23 09:10:00	2024-02-23 09:41:00	2024-02-23 10:45:00	2	done	{"wind_kn": 10, "visibility_nm": 8, "tide_m": 2.4}
511	9161034	9	N4	in	2024-02-24 03:44:00	2024-02-24 04:08:00	2024-02-24 05:43:00	2	done	{"wind_kn": 27, "visibility_nm": 10, "tide_m": 2.6}
512	9103379	19	N1	out	2024-02-24 22:15:00	2024-02-24 22:39:00	2024-02-24 23:23:00	1	done	{"wind_kn": 10, "visibility_nm": 8, "tide_m": 0.7}
513	9112612	9	N3	out	2024-02-24 23:29:00	2024-02-24 23:59:00	2024-02-25 00:51:00	1	done	{"wind_kn": 8, "visibility_nm": 0.4, "tide_m": 2.7}
514	9123850	18	S3	out	2024-02-25 07:04:00	2024-02-25 10:28:00	2024-02-25 13:17:00	1	done	{"wind_kn": 18, "visibility_nm": 5, "tide_m": 3.2}
515	9102442	1	T2	in	2024-02-25 09:19:00	2024-02-25 09:35:00	2024-02-25 12:42:00	1	done	{"wind_kn": 14, "visibility_nm": 8, "tide_m": 1.8}
516	9144673	9	N3	in	2024-02-26 06:16:00	2024-02-26 06:31:00	2024-02-26 07:40:00	2	done	{"wind_kn": 27, "visibility_nm": 0.8, "tide_m": 0.7}
517	9100916	7	S2	in	2024-02-26 23:57:00	2024-02-27 00:20:00	2024-02-27 02:53:00	2	done	{"wind_kn": 33, "visibility_nm": 1.5, "tide_m": 0.4}
518	9147916	18	E2	in	2024-02-27 04:57:00	\N	\N	1	cancelled	{"wind_kn": 33, "visibility_nm": 1.5, "tide_m": 0.6}
519	9123850	19	N3	in	2024-02-27 20:06:00	2024-02-27 20:30:00	2024-02-27 21:37:00	2	done	{"wind_kn": 4, "visibility_nm": 3, "tide_m": 1.0}
520	9161034	12	E4	out	2024-02-28 06:24:00	2024-02-28 06:36:00	2024-02-28 07:50:00	1	done	{"wind_kn": 33, "visibility_nm": 0.4, "tide_m": 1.3}
521	9125736	9	N2	out	2024-02-28 15:00:00	2024-02-28 15:36:00	2024-02-28 18:07:00	1	done	{"wind_kn": 18, "visibility_nm": 0.4, "tide_m": 0.3}
522	9160079	7	T1	shift	2024-02-28 22:51:00	2024-02-28 23:18:00	2024-02-29 01:04:00	2	done	{"wind_kn": 22, "visibility_nm": 0.8, "tide_m": 0.5}
523	9151389	14	T2	out	2024-02-29 08:57:00	2024-02-29 09:36:00	2024-02-29 11:14:00	1	done	{"wind_kn": 33, "visibility_nm": 0.4, "tide_m": 0.3}
524	9111040	1	N2	in	2024-02-29 13:40:00	2024-02-29 14:29:00	2024-02-29 16:32:00	1	done	{"wind_kn": 27, "visibility_nm": 0.4, "tide_m": 0.7}
525	9122958	1	E4	in	2024-02-29 20:30:00	2024-02-29 20:36:00	2024-02-29 21:11:00	2	done	{"wind_kn": 8, "visibility_nm": 0.8, "tide_m": 1.5}
526	9139713	18	S2	out	2024-03-01 10:14:00	2024-03-01 10:47:00	2024-03-01 12:46:00	2	done	{"wind_kn": 33, "visibility_nm": 10, "tide_m": 2.6}
527	9142415	5	N2	shift	2024-03-02 07:49:00	2024-03-02 08:11:00	2024-03-02 09:16:00	1	done	{"wind_kn": 33, "visibility_nm": 10, "tide_m": 1.6}
528	9113446	1	N4	shift	2024-03-02 23:34:00	2024-03-03 02:06:00	2024-03-03 04:22:00	1	done	{"wind_kn": 22, "visibility_nm": 3, "tide_m": 2.1}
529	9155694	20	S1	shift	2024-03-03 02:55:00	2024-03-03 03:33:00	2024-03-03 06:00:00	1	done	{"wind_kn": 4, "visibility_nm": 5, "tide_m": 3.3}
530	9152309	5	N2	in	2024-03-03 16:00:00	2024-03-03 16:29:00	2024-03-03 17:54:00	2	done	{"wind_kn": 22, "visibility_nm": 8, "tide_m": 2.9}
531	9150860	14	N4	in	2024-03-04 13:02:00	2024-03-04 13:26:00	2024-03-04 15:43:00	3	done	{"wind_kn": 18, "visibility_nm": 0.4, "tide_m": 2.0}
532	9121291	6	E4	in	2024-03-04 19:41:00	2024-03-04 21:28:00	2024-03-04 22:53:00	0	done	{"wind_kn": 18, "visibility_nm": 8, "tide_m": 2.8}
533	9109783	14	S1	out	2024-03-05 05:05:00	2024-03-05 05:29:00	2024-03-05 07:03:00	2	done	{"wind_kn": 27, "visibility_nm": 10, "tide_m": 0.3}
534	9137337	10	E4	shift	2024-03-05 11:32:00	2024-03-05 12:04:00	2024-03-05 13:34:00	1	done	{"wind_kn": 10, "visibility_nm": 10, "tide_m": 2.9}
535	9128136	14	E4	in	2024-03-06 06:45:00	2024-03-06 06:52:00	2024-03-06 08:55:00	1	done	{"wind_kn": 18, "visibility_nm": 0.4, "tide_m": 3.1}
536	9150095	19	T2	shift	2024-03-07 01:39:00	2024-03-07 01:52:00	2024-03-07 03:23:00	2	done	{"wind_kn": 27, "visibility_nm": 10, "tide_m": 1.9}
537	9121291	12	S1	in	2024-03-07 12:02:00	2024-03-07 12:30:00	2024-03-07 14:40:00	0	done	{"wind_kn": 4, "visibility_nm": 1.5, "tide_m": 2.8}
538	9125736	22	C1	out	2024-03-07 22:52:00	2024-03-07 23:24:00	2024-03-08 00:12:00	1	done	{"wind_kn": 33, "visibility_nm": 5, "tide_m": 3.2}
539	9103379	22	E1	in	2024-03-08 07:35:00	2024-03-08 10:02:00	2024-03-08 12:21:00	1	done	{"wind_kn": 33, "visibility_nm": 3, "tide_m": 2.7}
540	9103379	17	T2	in	2024-03-08 23:30:00	2024-03-08 23:51:00	2024-03-09 00:43:00	2	done	{"wind_kn": 27, "visibility_nm": 10, "tide_m": 3.0}
541	9149320	20	E4	in	2024-03-09 15:50:00	2024-03-09 15:56:00	2024-03-09 17:59:00	3	done	{"wind_kn": 33, "visibility_nm": 0.8, "tide_m": 2.4}
542	9140430	17	N2	in	2024-03-09 23:26:00	2024-03-10 00:06:00	2024-03-10 01:00:00	1	done	{"wind_kn": 4, "visibility_nm": 5, "tide_m": 3.3}
543	9122958	10	N2	in	2024-03-10 16:31:00	\N	\N	3	cancelled	{"wind_kn": 27, "visibility_nm": 1.5, "tide_m": 0.7}
544	9111040	12	N2	out	2024-03-11 08:30:00	2024-03-11 08:39:00	2024-03-11 09:34:00	1	done	{"wind_kn": 10, "visibility_nm": 1.5, "tide_m": 2.0}
545	9103379	9	S1	out	2024-03-12 01:00:00	2024-03-12 01:49:00	2024-03-12 04:06:00	1	done	{"wind_kn": 14, "visibility_nm": 10, "tide_m": 1.6}
546	9150095	5	E4	out	2024-03-12 04:32:00	2024-03-12 04:57:00	2024-03-12 06:49:00	1	done	{"wind_kn": 22, "visibility_nm": 10, "tide_m": 1.5}
547	9144086	8	E3	out	2024-03-12 23:34:00	2024-03-12 23:42:00	2024-03-13 02:25:00	1	done	{"wind_kn": 8, "visibility_nm": 10, "tide_m": 3.1}
548	9153434	14	N2	out	2024-03-13 08:14:00	2024-03-13 08:32:00	2024-03-13 11:07:00	2	done	{"wind_kn": 33, "visibility_nm": 3, "tide_m": 3.3}
549	9138040	20	E4	out	2024-03-13 09:55:00	2024-03-13 10:11:00	2024-03-13 11:24:00	2	done	{"wind_kn": 27, "visibility_nm": 0.4, "tide_m": 2.0}
550	9160079	5	S2	in	2024-03-13 17:02:00	2024-03-13 17:27:00	2024-03-13 18:59:00	3	done	{"wind_kn": 14, "visibility_nm": 3, "tide_m": 0.5}
551	9104696	19	T2	out	2024-03-13 18:37:00	2024-03-13 19:03:00	2024-03-13 20:59:00	1	done	{"wind_kn": 4, "visibility_nm": 1.5, "tide_m": 0.3}
552	9153434	1	T2	in	2024-03-14 07:26:00	2024-03-14 07:51:00	2024-03-14 10:11:00	1	done	{"wind_kn": 18, "visibility_nm": 3, "tide_m": 2.6}
553	9157843	7	N3	in	2024-03-14 14:51:00	2024-03-14 14:54:00	2024-03-14 18:03:00	0	done	{"wind_kn": 8, "visibility_nm": 5, "tide_m": 0.7}
554	9106742	18	N1	out	2024-03-15 02:20:00	2024-03-15 02:35:00	2024-03-15 05:26:00	2	done	{"wind_kn": 10, "visibility_nm": 10, "tide_m": 0.5}
555	9150095	5	E4	shift	2024-03-15 07:06:00	\N	\N	1	cancelled	{"wind_kn": 14, "visibility_nm": 1.5, "tide_m": 3.2}
556	9133188	11	T1	in	2024-03-15 21:05:00	2024-03-15 21:34:00	2024-03-15 23:36:00	1	done	{"wind_kn": 18, "visibility_nm": 0.4, "tide_m": 0.4}
557	9142415	18	N2	out	2024-03-16 14:51:00	2024-03-16 15:05:00	2024-03-16 16:24:00	1	done	{"wind_kn": 27, "visibility_nm": 8, "tide_m": 2.4}
558	9158747	18	N1	out	2024-03-17 08:40:00	2024-03-17 08:53:00	2024-03-17 09:58:00	2	done	{"wind_kn": 22, "visibility_nm": 3, "tide_m": 0.4}
559	9114157	19	T1	out	2024-03-17 19:04:00	2024-03-17 21:50:00	2024-03-17 23:18:00	0	done	{"wind_kn": 22, "visibility_nm": 0.4, "tide_m": 0.3}
560	9115563	17	E2	out	2024-03-18 16:05:00	2024-03-18 16:19:00	2024-03-18 17:21:00	2	done	{"wind_kn": 18, "visibility_nm": 0.8, "tide_m": 0.9}
561	9122191	5	T2	out	2024-03-19 06:18:00	2024-03-19 06:35:00	2024-03-19 09:03:00	2	done	{"wind_kn": 14, "visibility_nm": 5, "tide_m": 1.2}
562	9158747	1	S3	out	2024-03-19 23:54:00	2024-03-20 00:11:00	2024-03-20 01:06:00	1	done	{"wind_kn": 14, "visibility_nm": 10, "tide_m": 2.6}
563	9142415	17	S3	in	2024-03-20 14:59:00	2024-03-20 15:19:00	2024-03-20 16:15:00	2	done	{"wind_kn": 22, "visibility_nm": 0.8, "tide_m": 3.1}
564	9120949	8	E2	shift	2024-03-21 11:49:00	2024-03-21 14:35:00	2024-03-21 16:20:00	2	done	{"wind_kn": 18, "visibility_nm": 8, "tide_m": 1.1}
565	9139713	8	T2	out	2024-03-22 07:50:00	2024-03-22 08:08:00	2024-03-22 10:15:00	1	done	{"wind_kn": 8, "visibility_nm": 5, "tide_m": 1.7}
566	9140969	18	E3	out	2024-03-22 21:34:00	2024-03-22 22:20:00	2024-03-23 00:07:00	0	done	{"wind_kn": 10, "visibility_nm": 1.5, "tide_m": 1.2}
567	9108201	18	S3	in	2024-03-22 23:54:00	2024-03-23 00:24:00	2024-03-23 03:11:00	2	done	{"wind_kn": 33, "visibility_nm": 10, "tide_m": 3.3}
568	9119764	5	N1	shift	2024-03-23 17:39:00	2024-03-23 20:39:00	2024-03-23 21:57:00	2	done	{"wind_kn": 33, "visibility_nm": 1.5, "tide_m": 3.1}
569	9151389	3	T1	out	2024-03-24 10:39:00	2024-03-24 11:07:00	2024-03-24 12:49:00	1	done	{"wind_kn": 10, "visibility_nm": 3, "tide_m": 1.2}
570	9121291	19	C1	in	2024-03-25 03:15:00	2024-03-25 04:31:00	2024-03-25 05:39:00	0	done	{"wind_kn": 27, "visibility_nm": 8, "tide_m": 1.9}
571	9152309	9	E2	shift	2024-03-25 09:42:00	2024-03-25 10:22:00	2024-03-25 11:23:00	2	done	{"wind_kn": 18, "visibility_nm": 1.5, "tide_m": 0.6}
572	9156492	7	S3	in	2024-03-25 22:38:00	2024-03-25 22:50:00	2024-03-26 00:03:00	2	done	{"wind_kn": 4, "visibility_nm": 1.5, "tide_m": 2.4}
573	9133956	18	S1	in	2024-03-26 01:34:00	2024-03-26 04:27:00	2024-03-26 06:50:00	3	done	{"wind_kn": 8, "visibility_nm": 0.8, "tide_m": 2.2}
574	9110593	21	T1	in	2024-03-26 16:22:00	\N	\N	0	cancelled	{"wind_kn": 18, "visibility_nm": 5, "tide_m": 3.2}
575	9100355	5	N4	in	2024-03-27 02:17:00	2024-03-27 02:12:00	2024-03-27 05:03:00	3	done	{"wind_kn": 14, "visibility_nm": 0.8, "tide_m": 3.3}
576	9142415	1	E4	in	2024-03-27 23:01:00	2024-03-27 23:11:00	2024-03-28 01:05:00	1	done	{"wind_kn": 8, "visibility_nm": 5, "tide_m": 2.0}
577	9160079	18	N2	in	2024-03-28 15:25:00	2024-03-28 15:29:00	2024-03-28 17:44:00	2	done	{"wind_kn": 8, "visibility_nm": 0.4, "tide_m": 1.1}
578	9139713	19	E1	out	2024-03-29 02:32:00	2024-03-29 02:47:00	2024-03-29 05:04:00	1	done	{"wind_kn": 10, "visibility_nm": 8, "tide_m": 2.0}
579	9155002	5	E4	out	2024-03-29 15:30:00	2024-03-29 16:19:00	2024-03-29 18:11:00	1	done	{"wind_kn": 33, "visibility_nm": 0.8, "tide_m": 0.7}
580	9106074	17	N3	in	2024-03-30 08:11:00	2024-03-30 11:11:00	2024-03-30 13:54:00	1	done	{"wind_kn": 8, "visibility_nm": 0.4, "tide_m": 1.9}
581	9111726	5	C1	in	2024-03-30 13:31:00	2024-03-30 13:44:00	2024-03-30 15:43:00	2	done	{"wind_kn": 10, "visibility_nm": 10, "tide_m": 3.4}
582	9147916	18	E1	in	2024-03-31 10:30:00	2024-03-31 10:43:00	2024-03-31 13:12:00	2	done	{"wind_kn": 27, "visibility_nm": 1.5, "tide_m": 1.6}
583	9136574	17	N4	in	2024-03-31 17:20:00	2024-03-31 19:30:00	2024-03-31 17:42:00	1	done	{"wind_kn": 27, "visibility_nm": 5, "tide_m": 3.1}
584	9150095	18	N3	in	2024-04-01 07:15:00	2024-04-01 07:31:00	2024-04-01 09:46:00	2	done	{"wind_kn": 10, "visibility_nm": 0.8, "tide_m": 1.3}
585	9143149	9	E4	in	2024-04-01 23:01:00	2024-04-02 01:56:00	2024-04-01 23:39:00	1	done	{"wind_kn": 18, "visibility_nm": 10, "tide_m": 1.1}
586	9121291	3	S3	out	2024-04-02 09:48:00	2024-04-02 09:53:00	2024-04-02 11:26:00	0	done	{"wind_kn": 14, "visibility_nm": 10, "tide_m": 0.6}
587	9132649	18	C1	shift	2024-04-02 13:38:00	2024-04-02 13:38:00	2024-04-02 15:21:00	2	done	{"wind_kn": 14, "visibility_nm": 0.8, "tide_m": 3.4}
588	9140969	16	S3	shift	2024-04-02 22:27:00	2024-04-03 00:55:00	2024-04-02 22:45:00	0	done	{"wind_kn": 22, "visibility_nm": 3, "tide_m": 3.2}
589	9100355	9	E4	out	2024-04-03 00:02:00	2024-04-03 00:11:00	2024-04-03 02:50:00	2	done	{"wind_kn": 4, "visibility_nm": 0.8, "tide_m": 2.1}
590	9103379	9	N2	in	2024-04-03 11:05:00	2024-04-03 11:24:00	2024-04-03 14:29:00	1	done	{"wind_kn": 33, "visibility_nm": 0.4, "tide_m": 0.3}
591	9131436	12	S3	in	2024-04-04 01:49:00	2024-04-04 01:49:00	2024-04-04 02:25:00	2	done	{"wind_kn": 22, "visibility_nm": 3, "tide_m": 2.5}
592	9108201	1	E2	out	2024-04-04 05:47:00	2024-04-04 06:01:00	2024-04-04 08:20:00	1	done	{"wind_kn": 18, "visibility_nm": 3, "tide_m": 0.3}
593	9109228	18	N2	in	2024-04-04 20:19:00	2024-04-04 21:38:00	2024-04-04 23:07:00	2	done	{"wind_kn": 8, "visibility_nm": 0.8, "tide_m": 1.4}
594	9130703	7	E1	in	2024-04-05 15:48:00	2024-04-05 15:50:00	2024-04-05 18:59:00	0	done	{"wind_kn": 10, "visibility_nm": 0.4, "tide_m": 1.1}
595	9122191	9	E2	out	2024-04-06 08:32:00	2024-04-06 08:36:00	2024-04-06 10:46:00	1	done	{"wind_kn": 18, "visibility_nm": 10, "tide_m": 1.0}
596	9102442	5	N4	in	2024-04-07 03:49:00	2024-04-07 04:28:00	2024-04-07 06:56:00	2	done	{"wind_kn": 27, "visibility_nm": 10, "tide_m": 0.6}
597	9115102	19	E3	in	2024-04-07 07:07:00	2024-04-07 07:24:00	2024-04-07 09:10:00	1	done	{"wind_kn": 14, "visibility_nm": 10, "tide_m": 2.6}
598	9102442	1	N2	out	2024-04-07 21:02:00	2024-04-07 21:38:00	2024-04-08 00:47:00	1	done	{"wind_kn": 18, "visibility_nm": 0.8, "tide_m": 1.9}
599	9139713	17	E4	out	2024-04-08 16:13:00	2024-04-08 16:36:00	2024-04-08 18:16:00	1	done	{"wind_kn": 8, "visibility_nm": 1.5, "tide_m": 0.8}
600	9101723	22	N4	in	2024-04-08 18:37:00	2024-04-08 18:50:00	2024-04-08 19:35:00	2	done	{"wind_kn": 18, "visibility_nm": 5, "tide_m": 0.5}
601	9150095	5	C1	shift	2024-04-09 01:18:00	2024-04-09 02:15:00	2024-04-09 04:35:00	1	done	{"wind_kn": 8, "visibility_nm": 10, "tide_m": 3.2}
602	9106742	9	E4	in	2024-04-09 06:59:00	2024-04-09 06:54:00	2024-04-09 08:08:00	1	done	{"wind_kn": 14, "visibility_nm": 5, "tide_m": 2.0}
603	9146895	10	N1	out	2024-04-10 01:41:00	2024-04-10 05:00:00	2024-04-10 07:26:00	2	done	{"wind_kn": 18, "visibility_nm": 10, "tide_m": 1.9}
604	9115102	19	E4	out	2024-04-10 20:19:00	2024-04-10 20:55:00	2024-04-10 23:58:00	1	done	{"wind_kn": 14, "visibility_nm": 0.4, "tide_m": 2.0}
605	9119764	19	E1	out	2024-04-11 07:26:00	2024-04-11 07:50:00	2024-04-11 09:17:00	2	done	{"wind_kn": 10, "visibility_nm": 0.4, "tide_m": 1.7}
606	9160079	22	C1	in	2024-04-12 04:50:00	2024-04-12 04:54:00	2024-04-12 06:14:00	3	done	{"wind_kn": 8, "visibility_nm": 5, "tide_m": 0.2}
607	9107360	5	T2	in	2024-04-12 23:15:00	2024-04-12 23:23:00	2024-04-13 02:31:00	1	done	{"wind_kn": 10, "visibility_nm": 3, "tide_m": 1.7}
608	9116185	3	E4	in	2024-04-13 05:16:00	2024-04-13 05:11:00	2024-04-13 07:16:00	2	done	{"wind_kn": 8, "visibility_nm": 3, "tide_m": 2.9}
609	9116185	2	T2	in	2024-04-13 12:51:00	2024-04-13 13:10:00	2024-04-13 16:10:00	2	done	{"wind_kn": 10, "visibility_nm": 1.5, "tide_m": 2.3}
610	9104696	9	N3	in	2024-04-13 17:08:00	2024-04-13 17:11:00	2024-04-13 18:14:00	1	done	{"wind_kn": 22, "visibility_nm": 0.8, "tide_m": 0.3}
611	9157843	4	S1	in	2024-04-14 09:18:00	2024-04-14 09:32:00	2024-04-14 11:41:00	0	done	{"wind_kn": 4, "visibility_nm": 8, "tide_m": 3.2}
612	9105498	19	N1	in	2024-04-14 19:44:00	2024-04-14 19:39:00	2024-04-14 21:19:00	2	done	{"wind_kn": 27, "visibility_nm": 0.8, "tide_m": 2.0}
613	9100916	19	S1	out	2024-04-14 21:30:00	2024-04-14 21:57:00	2024-04-14 23:07:00	2	done	{"wind_kn": 18, "visibility_nm": 0.8, "tide_m": 1.9}
614	9139713	12	N3	out	2024-04-15 08:24:00	2024-04-15 08:57:00	2024-04-15 09:51:00	2	done	{"wind_kn": 14, "visibility_nm": 5, "tide_m": 0.5}
615	9142415	\N	T2	in	2024-04-15 20:08:00	\N	\N	1	cancelled	{"wind_kn": 10, "visibility_nm": 10, "tide_m": 1.8}
616	9100355	19	T2	out	2024-04-16 13:49:00	2024-04-16 14:11:00	2024-04-16 16:39:00	2	done	{"wind_kn": 8, "visibility_nm": 3, "tide_m": 0.9}
617	9155002	17	E2	in	2024-04-17 01:31:00	2024-04-17 02:08:00	2024-04-17 04:42:00	2	done	{"wind_kn": 4, "visibility_nm": 0.8, "tide_m": 3.2}
618	9158747	22	T1	out	2024-04-17 10:55:00	2024-04-17 10:50:00	2024-04-17 12:29:00	1	done	{"wind_kn": 14, "visibility_nm": 3, "tide_m": 2.6}
619	9120949	9	N2	out	2024-04-18 04:33:00	2024-04-18 05:18:00	2024-04-18 08:09:00	2	done	{"wind_kn": 33, "visibility_nm": 0.8, "tide_m": 3.2}
620	9122958	11	T2	shift	2024-04-18 13:25:00	2024-04-18 13:53:00	2024-04-18 16:01:00	1	done	{"wind_kn": 14, "visibility_nm": 10, "tide_m": 2.9}
621	9130400	5	T1	out	2024-04-19 00:06:00	2024-04-19 00:30:00	2024-04-19 02:58:00	1	done	{"wind_kn": 8, "visibility_nm": 5, "tide_m": 0.7}
622	9123850	22	E1	out	2024-04-19 10:45:00	2024-04-19 11:18:00	2024-04-19 13:27:00	2	done	{"wind_kn": 27, "visibility_nm": 0.8, "tide_m": 1.5}
623	9153045	21	E1	in	2024-04-19 14:22:00	2024-04-19 17:27:00	2024-04-19 18:43:00	0	done	{"wind_kn": 8, "visibility_nm": 10, "tide_m": 1.3}
624	9141689	9	S3	in	2024-04-20 06:06:00	2024-04-20 06:17:00	2024-04-20 09:06:00	1	done	{"wind_kn": 22, "visibility_nm": 8, "tide_m": 2.6}
625	9111040	15	E1	in	2024-04-20 23:04:00	2024-04-21 00:32:00	2024-04-21 03:08:00	1	done	{"wind_kn": 22, "visibility_nm": 1.5, "tide_m": 2.1}
626	9144673	22	C1	in	2024-04-21 13:39:00	2024-04-21 14:11:00	2024-04-21 15:48:00	1	done	{"wind_kn": 27, "visibility_nm": 10, "tide_m": 0.4}
627	9105498	19	N4	out	2024-04-22 07:59:00	2024-04-22 09:08:00	2024-04-22 10:17:00	1	done	{"wind_kn": 10, "visibility_nm": 0.8, "tide_m": 1.5}
628	9105498	9	N2	out	2024-04-22 13:13:00	2024-04-22 16:31:00	2024-04-22 18:05:00	1	done	{"wind_kn": 27, "visibility_nm": 5, "tide_m": 1.3}
629	9143149	5	N3	out	2024-04-22 19:51:00	2024-04-22 19:52:00	2024-04-22 22:06:00	1	done	{"wind_kn": 27, "visibility_nm": 0.8, "tide_m": 1.2}
630	9106074	22	T2	in	2024-04-23 13:27:00	2024-04-23 13:52:00	2024-04-23 15:57:00	2	done	{"wind_kn": 10, "visibility_nm": 0.8, "tide_m": 1.7}
631	9150095	1	E1	in	2024-04-23 18:13:00	2024-04-23 18:46:00	2024-04-23 19:31:00	2	done	{"wind_kn": 22, "visibility_nm": 10, "tide_m": 2.5}
632	9161034	22	E4	shift	2024-04-24 08:28:00	2024-04-24 08:49:00	2024-04-24 09:35:00	2	done	{"wind_kn": 8, "visibility_nm": 0.4, "tide_m": 2.0}
633	9124175	5	S3	out	2024-04-24 21:09:00	2024-04-24 21:57:00	2024-04-25 00:29:00	2	done	{"wind_kn": 10, "visibility_nm": 8, "tide_m": 0.7}
634	9134442	5	C1	shift	2024-04-25 09:10:00	\N	\N	1	cancelled	{"wind_kn": 10, "visibility_nm": 0.8, "tide_m": 0.8}
635	9130703	22	N1	shift	2024-04-25 15:51:00	2024-04-25 16:11:00	2024-04-25 18:11:00	0	done	{"wind_kn": 18, "visibility_nm": 10, "tide_m": 1.0}
636	9148453	19	E2	shift	2024-04-25 20:45:00	2024-04-25 20:46:00	2024-04-25 22:15:00	1	done	{"wind_kn": 8, "visibility_nm": 5, "tide_m": 0.8}
637	9126326	3	C1	out	2024-04-26 08:51:00	2024-04-26 09:07:00	2024-04-26 11:45:00	2	done	{"wind_kn": 8, "visibility_nm": 10, "tide_m": 3.1}
638	9123850	1	E2	in	2024-04-27 01:13:00	2024-04-27 01:46:00	2024-04-27 03:34:00	2	done	{"wind_kn": 27, "visibility_nm": 5, "tide_m": 2.9}
639	9124175	5	E2	out	2024-04-27 06:33:00	2024-04-27 07:16:00	2024-04-27 09:52:00	1	done	{"wind_kn": 33, "visibility_nm": 5, "tide_m": 1.2}
640	9133956	1	N2	in	2024-04-27 17:16:00	2024-04-27 19:30:00	2024-04-27 21:48:00	3	done	{"wind_kn": 14, "visibility_nm": 1.5, "tide_m": 1.0}
641	9115102	5	N4	in	2024-04-27 23:04:00	2024-04-27 23:06:00	2024-04-27 23:54:00	1	done	{"wind_kn": 27, "visibility_nm": 10, "tide_m": 1.5}
642	9157843	15	C1	in	2024-04-28 09:32:00	2024-04-28 10:05:00	2024-04-28 12:49:00	0	done	{"wind_kn": 4, "visibility_nm": 1.5, "tide_m": 1.8}
643	9153045	17	E4	out	2024-04-28 10:35:00	2024-04-28 10:51:00	2024-04-28 12:24:00	0	done	{"wind_kn": 10, "visibility_nm": 1.5, "tide_m": 0.8}
644	9106074	1	T1	out	2024-04-28 14:05:00	2024-04-28 16:50:00	2024-04-28 18:43:00	1	done	{"wind_kn": 22, "visibility_nm": 3, "tide_m": 2.3}
645	9147916	\N	T2	shift	2024-04-29 03:18:00	\N	\N	1	cancelled	{"wind_kn": 33, "visibility_nm": 0.8, "tide_m": 1.8}
646	9141689	22	S1	in	2024-04-29 09:48:00	2024-04-29 10:12:00	2024-04-29 11:34:00	2	done	{"wind_kn": 8, "visibility_nm": 1.5, "tide_m": 1.4}
647	9128136	5	N1	in	2024-04-30 05:44:00	2024-04-30 06:25:00	2024-04-30 07:39:00	1	done	{"wind_kn": 33, "visibility_nm": 0.4, "tide_m": 0.5}
648	9154454	19	E2	in	2024-04-30 18:45:00	2024-04-30 18:49:00	2024-04-30 21:55:00	2	done	{"wind_kn": 33, "visibility_nm": 10, "tide_m": 3.2}
649	9118551	6	T1	out	2024-05-01 07:12:00	2024-05-01 07:22:00	2024-05-01 08:03:00	0	done	{"wind_kn": 27, "visibility_nm": 8, "tide_m": 2.9}
650	9140430	19	T1	out	2024-05-01 18:42:00	2024-05-01 19:46:00	2024-05-01 22:34:00	2	done	{"wind_kn": 10, "visibility_nm": 5, "tide_m": 0.4}
651	9100916	\N	S1	out	2024-05-02 00:18:00	\N	\N	2	cancelled	{"wind_kn": 8, "visibility_nm": 8, "tide_m": 0.4}
652	9119112	4	E4	in	2024-05-02 11:57:00	2024-05-02 12:42:00	2024-05-02 14:14:00	1	done	{"wind_kn": 22, "visibility_nm": 8, "tide_m": 3.1}
653	9158747	5	T1	out	2024-05-03 05:29:00	2024-05-03 06:09:00	2024-05-03 09:02:00	1	done	{"wind_kn": 22, "visibility_nm": 0.4, "tide_m": 0.4}
654	9138836	\N	E4	shift	2024-05-04 00:43:00	\N	\N	2	cancelled	{"wind_kn": 10, "visibility_nm": 3, "tide_m": 0.5}
655	9132649	12	T2	out	2024-05-04 20:51:00	2024-05-04 21:28:00	2024-05-04 23:29:00	1	done	{"wind_kn": 22, "visibility_nm": 10, "tide_m": 2.3}
656	9152309	1	E3	out	2024-05-05 10:13:00	2024-05-05 10:45:00	2024-05-05 11:23:00	2	done	{"wind_kn": 22, "visibility_nm": 8, "tide_m": 2.0}
657	9122191	9	E3	out	2024-05-05 17:28:00	2024-05-05 18:06:00	2024-05-05 19:11:00	1	done	{"wind_kn": 33, "visibility_nm": 0.8, "tide_m": 0.9}
658	9149320	20	E4	shift	2024-05-06 10:54:00	2024-05-06 11:35:00	2024-05-06 12:17:00	2	done	{"wind_kn": 8, "visibility_nm": 8, "tide_m": 3.4}
659	9142415	22	N3	out	2024-05-07 02:02:00	2024-05-07 02:54:00	2024-05-07 04:57:00	1	done	{"wind_kn": 22, "visibility_nm": 0.4, "tide_m": 1.7}
660	9140430	5	T1	out	2024-05-07 18:34:00	2024-05-07 18:56:00	2024-05-07 20:32:00	1	done	{"wind_kn": 18, "visibility_nm": 5, "tide_m": 0.3}
661	9136574	19	T2	out	2024-05-08 05:10:00	2024-05-08 05:32:00	2024-05-08 06:55:00	1	done	{"wind_kn": 8, "visibility_nm": 5, "tide_m": 1.2}
662	9139713	17	S3	out	2024-05-08 14:21:00	2024-05-08 16:25:00	2024-05-08 18:12:00	1	done	{"wind_kn": 18, "visibility_nm": 1.5, "tide_m": 3.3}
663	9113446	22	E1	out	2024-05-09 08:39:00	2024-05-09 09:13:00	2024-05-09 11:04:00	2	done	{"wind_kn": 18, "visibility_nm": 8, "tide_m": 3.0}
664	9117602	1	E3	in	2024-05-10 03:43:00	2024-05-10 04:05:00	2024-05-10 07:03:00	1	done	{"wind_kn": 8, "visibility_nm": 3, "tide_m": 3.3}
665	9130703	2	E4	out	2024-05-10 22:03:00	2024-05-10 22:32:00	2024-05-11 01:26:00	0	done	{"wind_kn": 18, "visibility_nm": 10, "tide_m": 2.5}
666	9121291	10	E2	out	2024-05-11 00:34:00	2024-05-11 01:19:00	2024-05-11 03:16:00	0	done	{"wind_kn": 27, "visibility_nm": 0.4, "tide_m": 2.8}
667	9111040	5	E4	in	2024-05-11 08:04:00	2024-05-11 08:05:00	2024-05-11 08:50:00	1	done	{"wind_kn": 8, "visibility_nm": 8, "tide_m": 1.1}
668	9100355	1	E2	out	2024-05-11 20:07:00	2024-05-11 20:28:00	2024-05-11 23:01:00	2	done	{"wind_kn": 4, "visibility_nm": 3, "tide_m": 3.0}
669	9152309	5	T1	out	2024-05-11 21:47:00	2024-05-11 22:06:00	2024-05-12 00:29:00	1	done	{"wind_kn": 10, "visibility_nm": 5, "tide_m": 0.5}
670	9117602	\N	N1	out	2024-05-12 02:29:00	\N	\N	1	cancelled	{"wind_kn": 14, "visibility_nm": 0.8, "tide_m": 2.7}
671	9140430	16	N2	shift	2024-05-12 20:58:00	2024-05-12 20:59:00	2024-05-12 21:37:00	1	done	{"wind_kn": 10, "visibility_nm": 0.8, "tide_m": 3.0}
672	9116879	7	C1	in	2024-05-13 03:25:00	2024-05-13 03:41:00	2024-05-13 05:03:00	1	done	{"wind_kn": 22, "visibility_nm": 0.8, "tide_m": 1.9}
673	9152309	19	E4	out	2024-05-13 12:58:00	\N	\N	2	cancelled	{"wind_kn": 4, "visibility_nm": 0.4, "tide_m": 2.2}
674	9142415	5	N2	out	2024-05-14 07:41:00	2024-05-14 07:47:00	2024-05-14 09:42:00	1	done	{"wind_kn": 10, "visibility_nm": 0.4, "tide_m": 2.1}
675	9161034	9	T1	out	2024-05-15 04:49:00	2024-05-15 05:16:00	2024-05-15 06:42:00	2	done	{"wind_kn": 18, "visibility_nm": 1.5, "tide_m": 3.1}
676	9112612	17	E1	in	2024-05-15 17:23:00	2024-05-15 17:59:00	2024-05-15 20:20:00	2	done	{"wind_kn": 22, "visibility_nm": 10, "tide_m": 3.4}
677	9150095	17	N4	in	2024-05-16 01:18:00	\N	\N	1	cancelled	{"wind_kn": 27, "visibility_nm": 3, "tide_m": 3.0}
678	9114157	20	E2	out	2024-05-16 03:05:00	2024-05-16 03:00:00	2024-05-16 04:34:00	0	done	{"wind_kn": 4, "visibility_nm": 3, "tide_m": 1.3}
679	9103788	19	N4	shift	2024-05-16 15:10:00	\N	\N	1	cancelled	{"wind_kn": 18, "visibility_nm": 10, "tide_m": 2.2}
680	9120949	7	S1	out	2024-05-16 19:22:00	2024-05-16 20:12:00	2024-05-16 20:49:00	1	done	{"wind_kn": 33, "visibility_nm": 8, "tide_m": 1.6}
681	9130703	17	E2	in	2024-05-16 22:11:00	2024-05-16 22:37:00	2024-05-17 00:13:00	0	done	{"wind_kn": 14, "visibility_nm": 1.5, "tide_m": 2.9}
682	9116185	1	E3	in	2024-05-17 10:49:00	2024-05-17 10:51:00	2024-05-17 11:29:00	2	done	{"wind_kn": 33, "visibility_nm": 10, "tide_m": 2.1}
683	9136574	9	C1	out	2024-05-17 14:15:00	2024-05-17 14:22:00	2024-05-17 14:59:00	2	done	{"wind_kn": 10, "visibility_nm": 3, "tide_m": 2.1}
684	9129646	9	E3	in	2024-05-18 09:47:00	2024-05-18 10:44:00	2024-05-18 12:20:00	1	done	{"wind_kn": 14, "visibility_nm": 3, "tide_m": 0.8}
685	9119764	5	E3	out	2024-05-18 18:08:00	2024-05-18 18:42:00	2024-05-18 19:54:00	2	done	{"wind_kn": 27, "visibility_nm": 10, "tide_m": 1.1}
686	9130400	20	C1	shift	2024-05-19 15:46:00	2024-05-19 16:11:00	2024-05-19 17:14:00	1	done	{"wind_kn": 14, "visibility_nm": 0.4, "tide_m": 3.3}
687	9150095	1	T2	out	2024-05-20 08:05:00	2024-05-20 08:12:00	2024-05-20 10:54:00	1	done	{"wind_kn": 10, "visibility_nm": 1.5, "tide_m": 0.6}
688	9116879	11	T2	out	2024-05-20 23:41:00	2024-05-20 23:45:00	2024-05-21 01:06:00	1	done	{"wind_kn": 18, "visibility_nm": 0.8, "tide_m": 1.0}
689	9144086	20	N2	in	2024-05-21 11:47:00	2024-05-21 11:58:00	2024-05-21 14:52:00	1	done	{"wind_kn": 10, "visibility_nm": 0.4, "tide_m": 2.7}
690	9123850	1	N3	shift	2024-05-21 21:12:00	2024-05-21 21:15:00	2024-05-21 22:35:00	1	done	{"wind_kn": 18, "visibility_nm": 10, "tide_m": 0.4}
691	9152309	1	E1	shift	2024-05-22 16:49:00	2024-05-22 17:29:00	2024-05-22 20:32:00	1	done	{"wind_kn": 18, "visibility_nm": 10, "tide_m": 3.2}
692	9109228	2	N1	shift	2024-05-23 13:15:00	2024-05-23 13:38:00	2024-05-23 16:09:00	1	done	{"wind_kn": 10, "visibility_nm": 3, "tide_m": 3.0}
693	9144086	17	N3	in	2024-05-24 06:10:00	2024-05-24 06:16:00	2024-05-24 06:58:00	2	done	{"wind_kn": 4, "visibility_nm": 8, "tide_m": 1.3}
694	9136574	17	N1	out	2024-05-24 17:30:00	2024-05-24 18:12:00	2024-05-24 20:33:00	1	done	{"wind_kn": 14, "visibility_nm": 0.4, "tide_m": 1.0}
695	9122958	9	N1	in	2024-05-25 02:29:00	2024-05-25 02:53:00	2024-05-25 05:55:00	3	done	{"wind_kn": 14, "visibility_nm": 0.8, "tide_m": 0.2}
696	9157843	15	N2	out	2024-05-25 17:52:00	2024-05-25 18:09:00	2024-05-25 21:07:00	0	done	{"wind_kn": 14, "visibility_nm": 8, "tide_m": 2.9}
697	9125154	1	N3	out	2024-05-26 08:07:00	2024-05-26 08:24:00	2024-05-26 10:34:00	2	done	{"wind_kn": 22, "visibility_nm": 1.5, "tide_m": 2.7}
698	9150095	1	E1	out	2024-05-27 03:50:00	2024-05-27 03:56:00	2024-05-27 07:00:00	1	done	{"wind_kn": 22, "visibility_nm": 0.8, "tide_m": 1.1}
699	9103788	17	N3	in	2024-05-27 15:54:00	2024-05-27 16:12:00	2024-05-27 16:52:00	1	done	{"wind_kn": 8, "visibility_nm": 10, "tide_m": 2.5}
700	9156492	20	T2	in	2024-05-28 07:31:00	2024-05-28 07:46:00	2024-05-28 08:48:00	1	done	{"wind_kn": 14, "visibility_nm": 1.5, "tide_m": 3.1}
701	9106074	1	T1	in	2024-05-28 13:45:00	2024-05-28 13:48:00	2024-05-28 16:06:00	1	done	{"wind_kn": 10, "visibility_nm": 0.8, "tide_m": 0.6}
702	9103379	9	N1	in	2024-05-29 08:49:00	2024-05-29 10:03:00	2024-05-29 11:51:00	2	done	{"wind_kn": 4, "visibility_nm": 8, "tide_m": 2.0}
703	9144673	17	E3	in	2024-05-29 21:55:00	2024-05-29 22:03:00	2024-05-30 00:44:00	2	done	{"wind_kn": 18, "visibility_nm": 10, "tide_m": 1.0}
704	9145405	\N	N1	in	2024-05-30 03:35:00	\N	\N	2	cancelled	{"wind_kn": 8, "visibility_nm": 8, "tide_m": 1.3}
705	9126326	10	S3	out	2024-05-30 13:51:00	2024-05-30 14:17:00	2024-05-30 16:59:00	3	done	{"wind_kn": 8, "visibility_nm": 3, "tide_m": 2.1}
706	9108201	17	E4	in	2024-05-30 22:59:00	2024-05-30 23:09:00	2024-05-31 00:19:00	2	done	{"wind_kn": 8, "visibility_nm": 8, "tide_m": 2.5}
707	9121291	7	E4	in	2024-05-31 18:51:00	2024-05-31 19:10:00	2024-05-31 19:45:00	0	done	{"wind_kn": 10, "visibility_nm": 0.8, "tide_m": 2.4}
708	9140430	9	S2	out	2024-06-01 10:56:00	2024-06-01 11:02:00	2024-06-01 12:50:00	2	done	{"wind_kn": 10, "visibility_nm": 1.5, "tide_m": 2.4}
709	9147916	9	N1	out	2024-06-01 16:04:00	2024-06-01 16:25:00	2024-06-01 18:30:00	2	done	{"wind_kn": 14, "visibility_nm": 5, "tide_m": 2.7}
710	9154454	17	T1	in	2024-06-02 04:37:00	2024-06-02 04:48:00	2024-06-02 07:01:00	1	done	{"wind_kn": 27, "visibility_nm": 5, "tide_m": 1.1}
711	9123850	19	S1	out	2024-06-02 09:13:00	2024-06-02 09:36:00	2024-06-02 10:50:00	2	done	{"wind_kn": 33, "visibility_nm": 0.4, "tide_m": 2.3}
712	9160079	8	N2	in	2024-06-03 05:45:00	2024-06-03 06:39:00	2024-06-03 09:24:00	1	done	{"wind_kn": 33, "visibility_nm": 8, "tide_m": 1.0}
713	9115563	22	E3	shift	2024-06-03 06:59:00	2024-06-03 09:46:00	2024-06-03 12:36:00	1	done	{"wind_kn": 14, "visibility_nm": 3, "tide_m": 1.9}
714	9100916	8	N4	out	2024-06-03 19:45:00	2024-06-03 20:32:00	2024-06-03 22:08:00	3	done	{"wind_kn": 27, "visibility_nm": 5, "tide_m": 1.3}
715	9140430	7	E4	in	2024-06-04 05:21:00	2024-06-04 05:31:00	2024-06-04 08:22:00	1	done	{"wind_kn": 33, "visibility_nm": 10, "tide_m": 3.1}
716	9128136	17	N4	out	2024-06-04 11:23:00	2024-06-04 11:49:00	2024-06-04 14:01:00	2	done	{"wind_kn": 27, "visibility_nm": 0.8, "tide_m": 1.5}
717	9157843	11	E3	in	2024-06-05 07:39:00	2024-06-05 08:28:00	2024-06-05 11:11:00	0	done	{"wind_kn": 33, "visibility_nm": 3, "tide_m": 3.0}
718	9126326	16	T1	in	2024-06-05 09:31:00	2024-06-05 11:35:00	2024-06-05 10:11:00	1	done	{"wind_kn": 8, "visibility_nm": 8, "tide_m": 1.7}
719	9129646	21	C1	in	2024-06-05 16:53:00	\N	\N	1	cancelled	{"wind_kn": 18, "visibility_nm": 10, "tide_m": 1.8}
720	9153434	1	E3	in	2024-06-06 09:24:00	2024-06-06 09:19:00	2024-06-06 11:23:00	1	done	{"wind_kn": 4, "visibility_nm": 1.5, "tide_m": 0.5}
721	9133188	9	T2	out	2024-06-06 10:50:00	2024-06-06 14:09:00	2024-06-06 15:48:00	2	done	{"wind_kn": 4, "visibility_nm": 10, "tide_m": 1.0}
722	9130703	22	T2	in	2024-06-07 05:26:00	2024-06-07 05:35:00	2024-06-07 06:43:00	0	done	{"wind_kn": 14, "visibility_nm": 10, "tide_m": 2.5}
723	9103379	17	N2	in	2024-06-07 15:23:00	2024-06-07 15:40:00	2024-06-07 17:13:00	1	done	{"wind_kn": 14, "visibility_nm": 10, "tide_m": 2.8}
724	9116879	22	N4	out	2024-06-08 07:40:00	2024-06-08 08:13:00	2024-06-08 10:10:00	2	done	{"wind_kn": 22, "visibility_nm": 0.8, "tide_m": 1.7}
725	9130703	19	T2	out	2024-06-08 09:44:00	2024-06-08 10:10:00	2024-06-08 10:47:00	0	done	{"wind_kn": 33, "visibility_nm": 8, "tide_m": 0.8}
726	9141689	1	E3	out	2024-06-09 06:18:00	2024-06-09 06:54:00	2024-06-09 07:57:00	2	done	{"wind_kn": 18, "visibility_nm": 0.4, "tide_m": 3.1}
727	9156492	11	S1	in	2024-06-10 02:51:00	2024-06-10 03:14:00	2024-06-10 04:24:00	2	done	{"wind_kn": 8, "visibility_nm": 3, "tide_m": 1.0}
728	9110593	16	N4	out	2024-06-10 16:23:00	2024-06-10 17:05:00	2024-06-10 18:54:00	0	done	{"wind_kn": 33, "visibility_nm": 5, "tide_m": 2.7}
729	9108201	19	E4	out	2024-06-11 11:42:00	2024-06-11 11:47:00	2024-06-11 14:49:00	2	done	{"wind_kn": 14, "visibility_nm": 0.4, "tide_m": 2.1}
730	9144673	1	E4	in	2024-06-12 04:30:00	2024-06-12 04:54:00	2024-06-12 05:49:00	1	done	{"wind_kn": 14, "visibility_nm": 0.4, "tide_m": 2.6}
731	9144673	19	N2	out	2024-06-12 14:45:00	2024-06-12 14:47:00	2024-06-12 17:14:00	3	done	{"wind_kn": 4, "visibility_nm": 3, "tide_m": 2.5}
732	9107360	19	N4	in	2024-06-13 05:56:00	2024-06-13 06:01:00	2024-06-13 08:11:00	1	done	{"wind_kn": 27, "visibility_nm": 3, "tide_m": 0.5}
733	9125154	20	E2	out	2024-06-13 12:53:00	2024-06-13 12:57:00	2024-06-13 13:33:00	2	done	{"wind_kn": 33, "visibility_nm": 8, "tide_m": 1.9}
734	9153434	17	T1	out	2024-06-13 16:23:00	2024-06-13 17:01:00	2024-06-13 17:42:00	1	done	{"wind_kn": 8, "visibility_nm": 0.4, "tide_m": 3.2}
735	9137337	19	S3	in	2024-06-13 20:31:00	2024-06-13 21:14:00	2024-06-14 00:19:00	1	done	{"wind_kn": 10, "visibility_nm": 10, "tide_m": 3.0}
736	9108201	1	S3	out	2024-06-14 07:49:00	2024-06-14 08:03:00	2024-06-14 10:34:00	2	done	{"wind_kn": 10, "visibility_nm": 5, "tide_m": 0.6}
737	9154454	9	N4	out	2024-06-14 12:21:00	2024-06-14 12:40:00	2024-06-14 13:26:00	1	done	{"wind_kn": 8, "visibility_nm": 5, "tide_m": 1.3}
738	9131436	12	N2	in	2024-06-15 08:39:00	2024-06-15 08:46:00	2024-06-15 09:21:00	1	done	{"wind_kn": 14, "visibility_nm": 1.5, "tide_m": 2.2}
739	9143149	9	E1	out	2024-06-15 13:52:00	2024-06-15 16:06:00	2024-06-15 18:42:00	2	done	{"wind_kn": 33, "visibility_nm": 10, "tide_m": 0.8}
740	9122191	17	T1	shift	2024-06-15 20:42:00	2024-06-15 20:47:00	2024-06-15 23:43:00	3	done	{"wind_kn": 10, "visibility_nm": 1.5, "tide_m": 0.5}
741	9156492	20	E4	in	2024-06-16 11:24:00	2024-06-16 12:10:00	2024-06-16 14:45:00	1	done	{"wind_kn": 14, "visibility_nm": 0.4, "tide_m": 1.6}
742	9120949	9	E3	in	2024-06-16 15:39:00	2024-06-16 16:14:00	2024-06-16 17:42:00	2	done	{"wind_kn": 33, "visibility_nm": 8, "tide_m": 2.2}
743	9160079	17	E2	in	2024-06-17 03:11:00	\N	\N	2	cancelled	{"wind_kn": 14, "visibility_nm": 10, "tide_m": 2.9}
744	9115563	9	T2	shift	2024-06-17 09:30:00	2024-06-17 09:40:00	2024-06-17 11:49:00	2	done	{"wind_kn": 33, "visibility_nm": 10, "tide_m": 2.6}
745	9144086	8	E2	in	2024-06-17 12:14:00	2024-06-17 12:43:00	2024-06-17 14:29:00	1	done	{"wind_kn": 8, "visibility_nm": 8, "tide_m": 3.0}
746	9119764	19	S3	shift	2024-06-18 05:42:00	2024-06-18 06:17:00	2024-06-18 07:33:00	1	done	{"wind_kn": 4, "visibility_nm": 5, "tide_m": 3.2}
747	9135864	20	S3	out	2024-06-18 23:54:00	2024-06-18 23:49:00	2024-06-19 01:14:00	0	done	{"wind_kn": 22, "visibility_nm": 5, "tide_m": 2.7}
748	9136574	17	S1	out	2024-06-19 16:58:00	2024-06-19 17:22:00	2024-06-19 18:17:00	1	done	{"wind_kn": 10, "visibility_nm": 10, "tide_m": 2.5}
749	9115102	9	E1	out	2024-06-20 11:51:00	2024-06-20 12:25:00	2024-06-20 13:45:00	1	done	{"wind_kn": 22, "visibility_nm": 5, "tide_m": 0.8}
750	9127243	1	N4	shift	2024-06-20 20:03:00	\N	\N	2	cancelled	{"wind_kn": 22, "visibility_nm": 10, "tide_m": 2.3}
751	9100355	22	T2	shift	2024-06-21 16:11:00	2024-06-21 16:30:00	2024-06-21 19:15:00	2	done	{"wind_kn": 10, "visibility_nm": 10, "tide_m": 1.6}
752	9110593	9	E3	out	2024-06-21 23:18:00	2024-06-21 23:40:00	2024-06-22 00:18:00	0	done	{"wind_kn": 18, "visibility_nm": 1.5, "tide_m": 0.7}
753	9136574	22	S3	in	2024-06-22 02:58:00	2024-06-22 05:44:00	2024-06-22 07:54:00	1	done	{"wind_kn": 18, "visibility_nm": 0.4, "tide_m": 2.5}
754	9103788	9	N1	out	2024-06-22 09:58:00	2024-06-22 11:11:00	2024-06-22 12:21:00	3	done	{"wind_kn": 8, "visibility_nm": 10, "tide_m": 2.4}
755	9111726	22	N3	in	2024-06-22 23:54:00	2024-06-23 00:28:00	2024-06-23 03:20:00	1	done	{"wind_kn": 14, "visibility_nm": 1.5, "tide_m": 2.2}
756	9113446	19	N3	in	2024-06-23 11:24:00	2024-06-23 11:38:00	2024-06-23 13:47:00	2	done	{"wind_kn": 22, "visibility_nm": 10, "tide_m": 0.3}
757	9143149	17	E2	out	2024-06-23 16:08:00	2024-06-23 16:20:00	2024-06-23 18:55:00	2	done	{"wind_kn": 33, "visibility_nm": 0.8, "tide_m": 1.9}
758	9151389	6	E3	out	2024-06-24 08:01:00	2024-06-24 07:56:00	2024-06-24 09:21:00	2	done	{"wind_kn": 33, "visibility_nm": 5, "tide_m": 2.6}
759	9107360	8	N3	out	2024-06-24 20:16:00	2024-06-24 20:18:00	2024-06-24 22:46:00	2	done	{"wind_kn": 22, "visibility_nm": 1.5, "tide_m": 3.0}
760	9135864	20	N4	shift	2024-06-25 01:27:00	2024-06-25 01:56:00	2024-06-25 03:35:00	0	done	{"wind_kn": 27, "visibility_nm": 3, "tide_m": 1.2}
761	9123850	17	E2	out	2024-06-25 19:28:00	2024-06-25 20:07:00	2024-06-25 22:18:00	1	done	{"wind_kn": 8, "visibility_nm": 10, "tide_m": 0.4}
762	9133188	11	E1	in	2024-06-26 15:09:00	\N	\N	2	cancelled	{"wind_kn": 10, "visibility_nm": 5, "tide_m": 1.0}
763	9102442	\N	T2	out	2024-06-27 05:26:00	\N	\N	1	planned	{"wind_kn": 4, "visibility_nm": 8, "tide_m": 0.7}
764	9106742	\N	N3	out	2024-06-27 10:02:00	\N	\N	1	planned	{"wind_kn": 4, "visibility_nm": 10, "tide_m": 1.5}
765	9141689	1	T2	out	2024-06-27 15:58:00	\N	\N	1	planned	{"wind_kn": 10, "visibility_nm": 10, "tide_m": 2.7}
766	9159626	\N	N1	in	2024-06-28 00:44:00	\N	\N	1	planned	{"wind_kn": 22, "visibility_nm": 0.4, "tide_m": 0.7}
767	9146895	9	S2	out	2024-06-28 20:53:00	\N	\N	1	planned	{"wind_kn": 4, "visibility_nm": 10, "tide_m": 1.5}
768	9130703	\N	N3	in	2024-06-28 23:59:00	\N	\N	0	planned	{"wind_kn": 33, "visibility_nm": 0.4, "tide_m": 1.4}
769	9125736	\N	N2	out	2024-06-29 06:55:00	\N	\N	1	planned	{"wind_kn": 14, "visibility_nm": 10, "tide_m": 1.2}
\.

COPY invoices (invoice_id, movement_id, amount, currency, issued_on, paid_on, lines) FROM stdin;
1	1	1787.10	EUR	2023-07-03	2023-07-11	[{"code": "BASE", "amount": 540.6}, {"code": "TUG", "amount": 1246.5}]
2	2	1685.12	USD	2023-07-03	2023-07-22	[{"code": "BASE", "amount": 664.12}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
3	3	2464.23	EUR	2023-07-08	2023-07-18	[{"code": "BASE", "amount": 1217.73}, {"code": "TUG", "amount": 1246.5}]
4	4	813.24	EUR	2023-07-09	2023-08-03	[{"code": "BASE", "amount": 397.74}, {"code": "TUG", "amount": 415.5}]
5	5	2128.47	EUR	2023-07-05	2023-07-26	[{"code": "BASE", "amount": 691.97}, {"code": "TUG", "amount": 1246.5}, {"code": "NIGHT", "amount": 190.0}]
6	6	2048.73	USD	2023-07-10	2023-10-01	[{"code": "BASE", "amount": 1217.73}, {"code": "TUG", "amount": 831.0}]
7	7	1576.05	EUR	2023-07-10	2023-08-19	[{"code": "BASE", "amount": 745.05}, {"code": "TUG", "amount": 831.0}]
8	10	942.66	USD	2023-07-12	2023-08-09	[{"code": "BASE", "amount": 587.16}, {"code": "TUG", "amount": 415.5}, {"code": "DISCOUNT", "amount": -60.0}]
9	11	1699.57	USD	2023-07-11	2023-07-26	[{"code": "BASE", "amount": 453.07}, {"code": "TUG", "amount": 1246.5}]
10	12	806.21	USD	2023-07-13	2023-08-07	[{"code": "BASE", "amount": 390.71}, {"code": "TUG", "amount": 415.5}]
11	13	546.83	EUR	2023-07-11	2023-07-28	[{"code": "BASE", "amount": 356.83}, {"code": "NIGHT", "amount": 190.0}]
12	15	581.67	EUR	2023-07-11	2023-07-23	[{"code": "BASE", "amount": 391.67}, {"code": "NIGHT", "amount": 190.0}]
13	16	827.55	EUR	2023-07-16	2023-10-06	[{"code": "BASE", "amount": 412.05}, {"code": "TUG", "amount": 415.5}]
14	17	1749.19	EUR	2023-07-17	2023-08-13	[{"code": "BASE", "amount": 728.19}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
15	19	1366.05	USD	2023-07-14	2023-08-05	[{"code": "BASE", "amount": 595.05}, {"code": "TUG", "amount": 831.0}, {"code": "DISCOUNT", "amount": -60.0}]
16	20	1847.93	EUR	2023-07-19	2023-07-31	[{"code": "BASE", "amount": 826.93}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
17	21	1601.11	USD	2023-07-18	2023-08-09	[{"code": "BASE", "amount": 770.11}, {"code": "TUG", "amount": 831.0}]
18	22	790.58	USD	2023-07-15	2023-08-06	[{"code": "BASE", "amount": 375.08}, {"code": "TUG", "amount": 415.5}]
19	24	561.55	EUR	2023-07-22	2023-08-28	[{"code": "BASE", "amount": 371.55}, {"code": "NIGHT", "amount": 190.0}]
20	25	1567.08	USD	2023-07-15	2023-08-08	[{"code": "BASE", "amount": 736.08}, {"code": "TUG", "amount": 831.0}]
21	26	356.83	EUR	2023-07-19	2023-08-14	[{"code": "BASE", "amount": 356.83}]
22	27	1788.64	USD	2023-07-22	2023-08-11	[{"code": "BASE", "amount": 542.14}, {"code": "TUG", "amount": 1246.5}]
23	28	1997.47	USD	2023-07-18	2023-08-15	[{"code": "BASE", "amount": 1166.47}, {"code": "TUG", "amount": 831.0}]
24	29	1015.50	EUR	2023-07-21	2023-09-28	[{"code": "BASE", "amount": 410.0}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
25	30	1682.39	EUR	2023-07-19	2023-08-06	[{"code": "BASE", "amount": 661.39}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
26	31	1766.05	EUR	2023-07-26	2023-08-30	[{"code": "BASE", "amount": 745.05}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
27	32	1645.86	EUR	2023-07-20	2023-10-05	[{"code": "BASE", "amount": 814.86}, {"code": "TUG", "amount": 831.0}]
28	33	1610.09	EUR	2023-07-26	2023-08-22	[{"code": "BASE", "amount": 1004.59}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
29	34	1453.74	EUR	2023-07-22	2023-08-18	[{"code": "BASE", "amount": 682.74}, {"code": "TUG", "amount": 831.0}, {"code": "DISCOUNT", "amount": -60.0}]
30	36	1454.24	EUR	2023-07-21	2023-07-30	[{"code": "BASE", "amount": 848.74}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
31	37	1697.66	EUR	2023-07-28	2023-08-18	[{"code": "BASE", "amount": 866.66}, {"code": "TUG", "amount": 831.0}]
32	39	1712.97	EUR	2023-07-24	2023-08-16	[{"code": "BASE", "amount": 691.97}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
33	40	1567.08	EUR	2023-07-27	2023-09-17	[{"code": "BASE", "amount": 736.08}, {"code": "TUG", "amount": 831.0}]
34	42	2949.65	EUR	2023-07-23	2023-08-01	[{"code": "BASE", "amount": 1513.15}, {"code": "TUG", "amount": 1246.5}, {"code": "NIGHT", "amount": 190.0}]
35	43	825.50	EUR	2023-07-27	2023-08-24	[{"code": "BASE", "amount": 410.0}, {"code": "TUG", "amount": 415.5}]
36	45	825.50	EUR	2023-07-26	2023-08-03	[{"code": "BASE", "amount": 410.0}, {"code": "TUG", "amount": 415.5}]
37	46	1142.89	USD	2023-07-26	2023-08-17	[{"code": "BASE", "amount": 597.39}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}, {"code": "DISCOUNT", "amount": -60.0}]
38	47	2114.90	EUR	2023-07-29	2023-08-17	[{"code": "BASE", "amount": 868.4}, {"code": "TUG", "amount": 1246.5}]
39	49	1513.74	EUR	2023-07-31	2023-10-11	[{"code": "BASE", "amount": 682.74}, {"code": "TUG", "amount": 831.0}]
40	51	1567.08	EUR	2023-08-01	2023-08-06	[{"code": "BASE", "amount": 736.08}, {"code": "TUG", "amount": 831.0}]
41	52	1033.44	EUR	2023-08-04	2023-08-25	[{"code": "BASE", "amount": 427.94}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
42	53	1048.01	USD	2023-08-03	2023-08-20	[{"code": "BASE", "amount": 442.51}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
43	54	973.51	EUR	2023-08-02	2023-09-26	[{"code": "BASE", "amount": 558.01}, {"code": "TUG", "amount": 415.5}]
44	55	1389.46	EUR	2023-08-03	\N	[{"code": "BASE", "amount": 558.46}, {"code": "TUG", "amount": 831.0}]
45	56	1230.36	EUR	2023-08-04	2023-08-25	[{"code": "BASE", "amount": 814.86}, {"code": "TUG", "amount": 415.5}]
46	58	2131.10	EUR	2023-08-02	2023-08-10	[{"code": "BASE", "amount": 884.6}, {"code": "TUG", "amount": 1246.5}]
47	59	845.47	EUR	2023-08-02	2023-08-08	[{"code": "BASE", "amount": 429.97}, {"code": "TUG", "amount": 415.5}]
48	60	2173.04	USD	2023-08-02	2023-08-25	[{"code": "BASE", "amount": 1342.04}, {"code": "TUG", "amount": 831.0}]
49	62	814.32	EUR	2023-08-03	2023-08-09	[{"code": "BASE", "amount": 398.82}, {"code": "TUG", "amount": 415.5}]
50	63	1922.89	EUR	2023-08-01	2023-08-05	[{"code": "BASE", "amount": 1091.89}, {"code": "TUG", "amount": 831.0}]
51	64	1305.31	EUR	2023-08-05	2023-10-31	[{"code": "BASE", "amount": 534.31}, {"code": "TUG", "amount": 831.0}, {"code": "DISCOUNT", "amount": -60.0}]
52	66	1809.74	EUR	2023-08-09	\N	[{"code": "BASE", "amount": 848.74}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}, {"code": "DISCOUNT", "amount": -60.0}]
53	67	1835.54	EUR	2023-08-09	2023-10-12	[{"code": "BASE", "amount": 589.04}, {"code": "TUG", "amount": 1246.5}]
54	68	1420.09	EUR	2023-08-06	\N	[{"code": "BASE", "amount": 1004.59}, {"code": "TUG", "amount": 415.5}]
55	69	790.58	EUR	2023-08-06	2023-08-23	[{"code": "BASE", "amount": 375.08}, {"code": "TUG", "amount": 415.5}]
56	70	1420.04	USD	2023-08-11	\N	[{"code": "BASE", "amount": 589.04}, {"code": "TUG", "amount": 831.0}]
57	71	546.83	EUR	2023-08-08	2023-10-09	[{"code": "BASE", "amount": 356.83}, {"code": "NIGHT", "amount": 190.0}]
58	72	1689.01	EUR	2023-08-06	2023-08-22	[{"code": "BASE", "amount": 442.51}, {"code": "TUG", "amount": 1246.5}]
59	73	980.58	USD	2023-08-12	2023-09-06	[{"code": "BASE", "amount": 375.08}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
60	74	1561.60	EUR	2023-08-09	2023-10-17	[{"code": "BASE", "amount": 540.6}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
61	75	1974.69	EUR	2023-08-11	2023-09-20	[{"code": "BASE", "amount": 728.19}, {"code": "TUG", "amount": 1246.5}]
62	76	1269.72	USD	2023-08-12	2023-10-25	[{"code": "BASE", "amount": 854.22}, {"code": "TUG", "amount": 415.5}]
63	77	1715.60	USD	2023-08-10	2023-09-06	[{"code": "BASE", "amount": 884.6}, {"code": "TUG", "amount": 831.0}]
64	80	1660.79	USD	2023-08-09	2023-09-28	[{"code": "BASE", "amount": 639.79}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
65	81	1171.71	EUR	2023-08-14	2023-09-06	[{"code": "BASE", "amount": 816.21}, {"code": "TUG", "amount": 415.5}, {"code": "DISCOUNT", "amount": -60.0}]
66	82	1147.64	EUR	2023-08-13	2023-09-01	[{"code": "BASE", "amount": 542.14}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
67	83	338.84	USD	2023-08-17	2023-11-02	[{"code": "BASE", "amount": 338.84}]
68	84	1616.37	EUR	2023-08-13	2023-08-16	[{"code": "BASE", "amount": 785.37}, {"code": "TUG", "amount": 831.0}]
69	86	1616.37	EUR	2023-08-13	2023-09-08	[{"code": "BASE", "amount": 785.37}, {"code": "TUG", "amount": 831.0}]
70	87	374.02	USD	2023-08-17	\N	[{"code": "BASE", "amount": 374.02}]
71	88	371.55	USD	2023-08-12	2023-08-16	[{"code": "BASE", "amount": 371.55}]
72	89	1522.97	EUR	2023-08-17	2023-09-03	[{"code": "BASE", "amount": 691.97}, {"code": "TUG", "amount": 831.0}]
73	90	825.50	EUR	2023-08-15	2023-09-09	[{"code": "BASE", "amount": 410.0}, {"code": "TUG", "amount": 415.5}]
74	91	1139.81	EUR	2023-08-15	2023-09-02	[{"code": "BASE", "amount": 534.31}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
75	93	868.71	EUR	2023-08-17	2023-09-28	[{"code": "BASE", "amount": 453.21}, {"code": "TUG", "amount": 415.5}]
76	94	1597.93	USD	2023-08-14	2023-08-21	[{"code": "BASE", "amount": 826.93}, {"code": "TUG", "amount": 831.0}, {"code": "DISCOUNT", "amount": -60.0}]
77	95	1228.24	USD	2023-08-16	2023-09-02	[{"code": "BASE", "amount": 682.74}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}, {"code": "DISCOUNT", "amount": -60.0}]
78	97	1682.39	EUR	2023-08-19	2023-09-16	[{"code": "BASE", "amount": 661.39}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
79	98	1997.47	EUR	2023-08-15	2023-09-07	[{"code": "BASE", "amount": 1166.47}, {"code": "TUG", "amount": 831.0}]
80	99	1506.07	USD	2023-08-22	2023-11-05	[{"code": "BASE", "amount": 485.07}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
81	100	1357.26	EUR	2023-08-22	2023-11-01	[{"code": "BASE", "amount": 526.26}, {"code": "TUG", "amount": 831.0}]
82	101	1583.47	EUR	2023-08-18	2023-09-02	[{"code": "BASE", "amount": 752.47}, {"code": "TUG", "amount": 831.0}]
83	102	1650.12	EUR	2023-08-17	2023-09-14	[{"code": "BASE", "amount": 819.12}, {"code": "TUG", "amount": 831.0}]
84	103	1129.90	USD	2023-08-25	2023-09-03	[{"code": "BASE", "amount": 714.4}, {"code": "TUG", "amount": 415.5}]
85	104	1356.50	EUR	2023-08-23	2023-09-12	[{"code": "BASE", "amount": 525.5}, {"code": "TUG", "amount": 831.0}]
86	105	391.67	EUR	2023-08-22	2023-09-02	[{"code": "BASE", "amount": 391.67}]
87	106	362.86	EUR	2023-08-22	\N	[{"code": "BASE", "amount": 362.86}]
88	107	1420.36	EUR	2023-08-25	2023-11-11	[{"code": "BASE", "amount": 814.86}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
89	108	806.21	EUR	2023-08-25	2023-11-22	[{"code": "BASE", "amount": 390.71}, {"code": "TUG", "amount": 415.5}]
90	109	1233.29	EUR	2023-08-26	\N	[{"code": "BASE", "amount": 402.29}, {"code": "TUG", "amount": 831.0}]
91	110	1260.97	USD	2023-08-23	2023-08-31	[{"code": "BASE", "amount": 429.97}, {"code": "TUG", "amount": 831.0}]
92	111	356.83	USD	2023-08-21	2023-08-30	[{"code": "BASE", "amount": 356.83}]
93	112	1266.89	EUR	2023-08-25	2023-11-21	[{"code": "BASE", "amount": 661.39}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
94	113	1314.73	USD	2023-08-23	2023-09-20	[{"code": "BASE", "amount": 483.73}, {"code": "TUG", "amount": 831.0}]
95	114	1507.39	EUR	2023-08-22	2023-10-28	[{"code": "BASE", "amount": 1091.89}, {"code": "TUG", "amount": 415.5}]
96	115	561.55	EUR	2023-08-30	2023-11-05	[{"code": "BASE", "amount": 371.55}, {"code": "NIGHT", "amount": 190.0}]
97	116	790.58	USD	2023-08-23	2023-10-27	[{"code": "BASE", "amount": 375.08}, {"code": "TUG", "amount": 415.5}]
98	117	1107.47	EUR	2023-08-24	2023-08-31	[{"code": "BASE", "amount": 691.97}, {"code": "TUG", "amount": 415.5}]
99	118	2131.10	EUR	2023-08-29	2023-09-12	[{"code": "BASE", "amount": 884.6}, {"code": "TUG", "amount": 1246.5}]
100	119	1418.16	EUR	2023-08-29	2023-10-18	[{"code": "BASE", "amount": 587.16}, {"code": "TUG", "amount": 831.0}]
101	120	1286.12	EUR	2023-08-26	2023-10-29	[{"code": "BASE", "amount": 455.12}, {"code": "TUG", "amount": 831.0}]
102	122	1266.89	USD	2023-08-29	2023-10-26	[{"code": "BASE", "amount": 661.39}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
103	123	391.67	USD	2023-08-27	2023-09-04	[{"code": "BASE", "amount": 391.67}]
104	124	1017.55	EUR	2023-09-03	2023-10-01	[{"code": "BASE", "amount": 412.05}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
105	126	1495.12	USD	2023-08-30	2023-11-24	[{"code": "BASE", "amount": 664.12}, {"code": "TUG", "amount": 831.0}]
106	128	2534.15	EUR	2023-08-28	2023-09-14	[{"code": "BASE", "amount": 1513.15}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
107	129	790.58	EUR	2023-08-31	2023-10-03	[{"code": "BASE", "amount": 375.08}, {"code": "TUG", "amount": 415.5}]
108	130	996.21	USD	2023-08-29	2023-09-22	[{"code": "BASE", "amount": 390.71}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
109	131	1357.26	EUR	2023-08-31	2023-09-17	[{"code": "BASE", "amount": 526.26}, {"code": "TUG", "amount": 831.0}]
110	132	1389.46	EUR	2023-09-01	2023-11-17	[{"code": "BASE", "amount": 558.46}, {"code": "TUG", "amount": 831.0}]
111	135	2173.04	USD	2023-09-01	2023-10-05	[{"code": "BASE", "amount": 1342.04}, {"code": "TUG", "amount": 831.0}]
112	136	1341.58	EUR	2023-09-07	2023-10-03	[{"code": "BASE", "amount": 736.08}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
113	137	1490.10	USD	2023-09-02	2023-09-25	[{"code": "BASE", "amount": 884.6}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
114	138	1418.16	USD	2023-09-02	2023-11-03	[{"code": "BASE", "amount": 587.16}, {"code": "TUG", "amount": 831.0}]
115	139	810.62	USD	2023-09-06	2023-09-30	[{"code": "BASE", "amount": 455.12}, {"code": "TUG", "amount": 415.5}, {"code": "DISCOUNT", "amount": -60.0}]
116	140	812.65	EUR	2023-09-06	2023-09-11	[{"code": "BASE", "amount": 397.15}, {"code": "TUG", "amount": 415.5}]
117	141	338.84	USD	2023-09-03	2023-10-30	[{"code": "BASE", "amount": 338.84}]
118	142	1487.26	EUR	2023-09-06	2023-09-15	[{"code": "BASE", "amount": 526.26}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}, {"code": "DISCOUNT", "amount": -60.0}]
119	143	1835.54	EUR	2023-09-05	\N	[{"code": "BASE", "amount": 589.04}, {"code": "TUG", "amount": 1246.5}]
120	144	1448.94	USD	2023-09-06	2023-09-25	[{"code": "BASE", "amount": 427.94}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
121	145	1910.62	EUR	2023-09-05	2023-10-12	[{"code": "BASE", "amount": 664.12}, {"code": "TUG", "amount": 1246.5}]
122	146	1561.60	USD	2023-09-11	2023-09-18	[{"code": "BASE", "amount": 540.6}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
123	147	1284.21	EUR	2023-09-12	2023-10-31	[{"code": "BASE", "amount": 453.21}, {"code": "TUG", "amount": 831.0}]
124	148	1284.21	USD	2023-09-12	2023-11-06	[{"code": "BASE", "amount": 453.21}, {"code": "TUG", "amount": 831.0}]
125	149	899.23	USD	2023-09-11	2023-10-19	[{"code": "BASE", "amount": 483.73}, {"code": "TUG", "amount": 415.5}]
126	150	371.55	EUR	2023-09-08	2023-10-23	[{"code": "BASE", "amount": 371.55}]
127	152	813.24	USD	2023-09-12	2023-09-23	[{"code": "BASE", "amount": 397.74}, {"code": "TUG", "amount": 415.5}]
128	154	845.47	EUR	2023-09-10	2023-09-15	[{"code": "BASE", "amount": 429.97}, {"code": "TUG", "amount": 415.5}]
129	155	1089.23	USD	2023-09-10	2023-10-07	[{"code": "BASE", "amount": 483.73}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
130	156	1269.72	USD	2023-09-15	\N	[{"code": "BASE", "amount": 854.22}, {"code": "TUG", "amount": 415.5}]
131	157	2238.65	USD	2023-09-15	2023-09-18	[{"code": "BASE", "amount": 1217.65}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
132	159	775.11	USD	2023-09-19	2023-10-25	[{"code": "BASE", "amount": 359.61}, {"code": "TUG", "amount": 415.5}]
133	160	1420.04	EUR	2023-09-19	2023-10-29	[{"code": "BASE", "amount": 589.04}, {"code": "TUG", "amount": 831.0}]
134	162	952.37	EUR	2023-09-13	2023-09-18	[{"code": "BASE", "amount": 536.87}, {"code": "TUG", "amount": 415.5}]
135	163	942.65	USD	2023-09-18	2023-10-07	[{"code": "BASE", "amount": 397.15}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}, {"code": "DISCOUNT", "amount": -60.0}]
136	164	775.11	EUR	2023-09-16	2023-10-23	[{"code": "BASE", "amount": 359.61}, {"code": "TUG", "amount": 415.5}]
137	165	1635.06	EUR	2023-09-18	2023-10-15	[{"code": "BASE", "amount": 1029.56}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
138	166	1271.24	EUR	2023-09-19	2023-10-29	[{"code": "BASE", "amount": 440.24}, {"code": "TUG", "amount": 831.0}]
139	167	1080.51	USD	2023-09-15	2023-09-30	[{"code": "BASE", "amount": 665.01}, {"code": "TUG", "amount": 415.5}]
140	168	1282.16	EUR	2023-09-17	2023-10-01	[{"code": "BASE", "amount": 866.66}, {"code": "TUG", "amount": 415.5}]
141	169	1432.43	USD	2023-09-19	2023-10-01	[{"code": "BASE", "amount": 826.93}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
142	170	1160.55	USD	2023-09-19	2023-10-23	[{"code": "BASE", "amount": 745.05}, {"code": "TUG", "amount": 415.5}]
143	172	1379.91	EUR	2023-09-22	2023-11-28	[{"code": "BASE", "amount": 548.91}, {"code": "TUG", "amount": 831.0}]
144	175	1522.97	EUR	2023-09-22	2023-10-17	[{"code": "BASE", "amount": 691.97}, {"code": "TUG", "amount": 831.0}]
145	177	1338.71	EUR	2023-09-22	\N	[{"code": "BASE", "amount": 923.21}, {"code": "TUG", "amount": 415.5}]
146	178	2054.90	USD	2023-09-22	2023-10-11	[{"code": "BASE", "amount": 868.4}, {"code": "TUG", "amount": 1246.5}, {"code": "DISCOUNT", "amount": -60.0}]
147	179	1746.37	USD	2023-09-28	2023-12-12	[{"code": "BASE", "amount": 785.37}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}, {"code": "DISCOUNT", "amount": -60.0}]
148	180	2095.24	USD	2023-09-28	2023-10-08	[{"code": "BASE", "amount": 848.74}, {"code": "TUG", "amount": 1246.5}]
149	181	899.23	USD	2023-09-23	2023-10-05	[{"code": "BASE", "amount": 483.73}, {"code": "TUG", "amount": 415.5}]
150	183	2050.56	EUR	2023-09-26	2023-12-16	[{"code": "BASE", "amount": 1029.56}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
151	185	1907.89	USD	2023-10-01	2023-11-30	[{"code": "BASE", "amount": 661.39}, {"code": "TUG", "amount": 1246.5}]
152	186	1221.71	EUR	2023-09-28	2023-10-17	[{"code": "BASE", "amount": 390.71}, {"code": "TUG", "amount": 831.0}]
153	187	1701.62	EUR	2023-10-01	2023-10-24	[{"code": "BASE", "amount": 455.12}, {"code": "TUG", "amount": 1246.5}]
154	188	1633.15	EUR	2023-09-27	2023-12-23	[{"code": "BASE", "amount": 1217.65}, {"code": "TUG", "amount": 415.5}]
155	189	2173.04	EUR	2023-10-02	2023-11-22	[{"code": "BASE", "amount": 1342.04}, {"code": "TUG", "amount": 831.0}]
156	190	949.81	USD	2023-09-26	2023-10-06	[{"code": "BASE", "amount": 534.31}, {"code": "TUG", "amount": 415.5}]
157	191	1181.70	EUR	2023-09-27	2023-10-07	[{"code": "BASE", "amount": 350.7}, {"code": "TUG", "amount": 831.0}]
158	192	1007.79	EUR	2023-10-05	2023-10-09	[{"code": "BASE", "amount": 402.29}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
159	193	1007.79	USD	2023-09-28	2023-10-22	[{"code": "BASE", "amount": 402.29}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
160	194	980.58	EUR	2023-09-30	2023-11-13	[{"code": "BASE", "amount": 375.08}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
161	195	957.64	USD	2023-09-29	2023-10-21	[{"code": "BASE", "amount": 542.14}, {"code": "TUG", "amount": 415.5}]
162	196	1004.32	EUR	2023-10-01	2023-10-27	[{"code": "BASE", "amount": 398.82}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
163	197	957.64	EUR	2023-10-04	2023-10-08	[{"code": "BASE", "amount": 542.14}, {"code": "TUG", "amount": 415.5}]
164	198	1076.89	USD	2023-10-01	2023-12-26	[{"code": "BASE", "amount": 661.39}, {"code": "TUG", "amount": 415.5}]
165	199	1657.93	EUR	2023-10-03	\N	[{"code": "BASE", "amount": 826.93}, {"code": "TUG", "amount": 831.0}]
166	200	1490.10	USD	2023-10-07	2023-10-20	[{"code": "BASE", "amount": 884.6}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
167	202	899.23	EUR	2023-10-07	2023-10-16	[{"code": "BASE", "amount": 483.73}, {"code": "TUG", "amount": 415.5}]
168	203	359.45	EUR	2023-10-04	2023-10-20	[{"code": "BASE", "amount": 359.45}]
169	204	1869.74	USD	2023-10-11	2023-10-16	[{"code": "BASE", "amount": 848.74}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
170	205	1143.69	EUR	2023-10-06	2023-10-25	[{"code": "BASE", "amount": 728.19}, {"code": "TUG", "amount": 415.5}]
171	206	546.83	EUR	2023-10-07	2023-10-11	[{"code": "BASE", "amount": 356.83}, {"code": "NIGHT", "amount": 190.0}]
172	207	2114.90	EUR	2023-10-09	2023-10-30	[{"code": "BASE", "amount": 868.4}, {"code": "TUG", "amount": 1246.5}]
173	208	1581.97	EUR	2023-10-10	2023-10-15	[{"code": "BASE", "amount": 1166.47}, {"code": "TUG", "amount": 415.5}]
174	209	817.79	EUR	2023-10-13	\N	[{"code": "BASE", "amount": 402.29}, {"code": "TUG", "amount": 415.5}]
175	210	867.01	EUR	2023-10-12	2023-11-07	[{"code": "BASE", "amount": 451.51}, {"code": "TUG", "amount": 415.5}]
176	211	1284.07	EUR	2023-10-08	\N	[{"code": "BASE", "amount": 453.07}, {"code": "TUG", "amount": 831.0}]
177	212	356.83	EUR	2023-10-07	2023-12-25	[{"code": "BASE", "amount": 356.83}]
178	213	356.83	USD	2023-10-13	2023-12-07	[{"code": "BASE", "amount": 356.83}]
179	214	973.51	EUR	2023-10-14	2023-11-01	[{"code": "BASE", "amount": 558.01}, {"code": "TUG", "amount": 415.5}]
180	215	822.67	EUR	2023-10-10	2023-11-04	[{"code": "BASE", "amount": 407.17}, {"code": "TUG", "amount": 415.5}]
181	216	1002.66	EUR	2023-10-13	2023-11-10	[{"code": "BASE", "amount": 587.16}, {"code": "TUG", "amount": 415.5}]
182	217	812.65	EUR	2023-10-10	2023-12-11	[{"code": "BASE", "amount": 397.15}, {"code": "TUG", "amount": 415.5}]
183	218	564.02	EUR	2023-10-16	2023-11-09	[{"code": "BASE", "amount": 374.02}, {"code": "NIGHT", "amount": 190.0}]
184	219	2344.15	EUR	2023-10-13	2023-11-03	[{"code": "BASE", "amount": 1513.15}, {"code": "TUG", "amount": 831.0}]
185	222	1495.12	EUR	2023-10-12	2023-11-16	[{"code": "BASE", "amount": 664.12}, {"code": "TUG", "amount": 831.0}]
186	223	1015.50	USD	2023-10-16	2023-10-25	[{"code": "BASE", "amount": 410.0}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
187	225	1697.43	EUR	2023-10-14	2023-10-18	[{"code": "BASE", "amount": 1091.93}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
188	226	753.24	EUR	2023-10-16	2023-11-13	[{"code": "BASE", "amount": 397.74}, {"code": "TUG", "amount": 415.5}, {"code": "DISCOUNT", "amount": -60.0}]
189	227	1564.23	EUR	2023-10-17	2023-11-14	[{"code": "BASE", "amount": 733.23}, {"code": "TUG", "amount": 831.0}]
190	228	356.83	USD	2023-10-15	2023-12-13	[{"code": "BASE", "amount": 356.83}]
191	229	825.50	USD	2023-10-16	2023-11-03	[{"code": "BASE", "amount": 410.0}, {"code": "TUG", "amount": 415.5}]
192	230	2778.54	USD	2023-10-21	2023-11-06	[{"code": "BASE", "amount": 1342.04}, {"code": "TUG", "amount": 1246.5}, {"code": "NIGHT", "amount": 190.0}]
193	231	813.24	EUR	2023-10-18	2023-11-06	[{"code": "BASE", "amount": 397.74}, {"code": "TUG", "amount": 415.5}]
194	233	1035.47	USD	2023-10-17	\N	[{"code": "BASE", "amount": 429.97}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
195	235	1420.36	EUR	2023-10-23	2023-11-19	[{"code": "BASE", "amount": 814.86}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
196	237	1421.71	USD	2023-10-26	2023-11-14	[{"code": "BASE", "amount": 816.21}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
197	239	957.64	EUR	2023-10-26	2023-12-10	[{"code": "BASE", "amount": 542.14}, {"code": "TUG", "amount": 415.5}]
198	240	1545.40	EUR	2023-10-20	2024-01-16	[{"code": "BASE", "amount": 714.4}, {"code": "TUG", "amount": 831.0}]
199	241	1035.47	EUR	2023-10-28	2023-11-21	[{"code": "BASE", "amount": 429.97}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
200	242	1539.81	USD	2023-10-23	2023-11-04	[{"code": "BASE", "amount": 708.81}, {"code": "TUG", "amount": 831.0}]
201	243	1371.60	USD	2023-10-28	2023-11-18	[{"code": "BASE", "amount": 540.6}, {"code": "TUG", "amount": 831.0}]
202	244	1233.29	EUR	2023-10-29	2023-11-19	[{"code": "BASE", "amount": 402.29}, {"code": "TUG", "amount": 831.0}]
203	245	528.84	EUR	2023-10-25	2023-12-22	[{"code": "BASE", "amount": 338.84}, {"code": "NIGHT", "amount": 190.0}]
204	246	1426.05	EUR	2023-10-29	2023-12-18	[{"code": "BASE", "amount": 595.05}, {"code": "TUG", "amount": 831.0}]
205	247	1143.69	EUR	2023-10-30	2024-01-12	[{"code": "BASE", "amount": 728.19}, {"code": "TUG", "amount": 415.5}]
206	248	1241.00	EUR	2023-10-24	2023-11-20	[{"code": "BASE", "amount": 410.0}, {"code": "TUG", "amount": 831.0}]
207	249	1269.72	EUR	2023-10-27	2023-11-01	[{"code": "BASE", "amount": 854.22}, {"code": "TUG", "amount": 415.5}]
208	250	1507.39	USD	2023-10-25	2024-01-02	[{"code": "BASE", "amount": 1091.89}, {"code": "TUG", "amount": 415.5}]
209	251	528.84	USD	2023-10-25	2024-01-07	[{"code": "BASE", "amount": 338.84}, {"code": "NIGHT", "amount": 190.0}]
210	252	2759.65	EUR	2023-10-28	2023-11-15	[{"code": "BASE", "amount": 1513.15}, {"code": "TUG", "amount": 1246.5}]
211	255	845.47	EUR	2023-11-02	2023-11-11	[{"code": "BASE", "amount": 429.97}, {"code": "TUG", "amount": 415.5}]
212	256	356.83	EUR	2023-10-29	2023-11-30	[{"code": "BASE", "amount": 356.83}]
213	258	1253.22	USD	2023-11-01	2023-11-24	[{"code": "BASE", "amount": 647.72}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
214	259	1080.51	USD	2023-10-31	2023-11-03	[{"code": "BASE", "amount": 665.01}, {"code": "TUG", "amount": 415.5}]
215	260	1513.74	EUR	2023-11-02	2023-12-13	[{"code": "BASE", "amount": 682.74}, {"code": "TUG", "amount": 831.0}]
216	261	1373.14	EUR	2023-11-01	2023-11-08	[{"code": "BASE", "amount": 542.14}, {"code": "TUG", "amount": 831.0}]
217	263	1151.58	EUR	2023-10-31	2024-01-23	[{"code": "BASE", "amount": 736.08}, {"code": "TUG", "amount": 415.5}]
218	265	965.11	EUR	2023-11-01	2023-11-17	[{"code": "BASE", "amount": 359.61}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
219	266	814.32	EUR	2023-11-04	2023-11-23	[{"code": "BASE", "amount": 398.82}, {"code": "TUG", "amount": 415.5}]
220	269	952.37	EUR	2023-11-07	\N	[{"code": "BASE", "amount": 536.87}, {"code": "TUG", "amount": 415.5}]
221	270	973.96	USD	2023-11-10	2023-12-27	[{"code": "BASE", "amount": 558.46}, {"code": "TUG", "amount": 415.5}]
222	271	1772.76	EUR	2023-11-06	\N	[{"code": "BASE", "amount": 526.26}, {"code": "TUG", "amount": 1246.5}]
223	272	775.11	USD	2023-11-05	2023-11-09	[{"code": "BASE", "amount": 359.61}, {"code": "TUG", "amount": 415.5}]
224	273	492.86	EUR	2023-11-10	2024-01-14	[{"code": "BASE", "amount": 362.86}, {"code": "NIGHT", "amount": 190.0}, {"code": "DISCOUNT", "amount": -60.0}]
225	274	1754.21	EUR	2023-11-10	2024-02-06	[{"code": "BASE", "amount": 923.21}, {"code": "TUG", "amount": 831.0}]
226	275	1396.08	EUR	2023-11-12	2023-12-20	[{"code": "BASE", "amount": 375.08}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
227	276	1160.55	USD	2023-11-08	2023-12-02	[{"code": "BASE", "amount": 745.05}, {"code": "TUG", "amount": 415.5}]
228	277	1311.70	EUR	2023-11-13	2023-11-19	[{"code": "BASE", "amount": 350.7}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}, {"code": "DISCOUNT", "amount": -60.0}]
229	278	371.55	USD	2023-11-11	2023-12-16	[{"code": "BASE", "amount": 371.55}]
230	279	391.67	USD	2023-11-13	2023-12-24	[{"code": "BASE", "amount": 391.67}]
231	280	1272.19	USD	2023-11-14	\N	[{"code": "BASE", "amount": 441.19}, {"code": "TUG", "amount": 831.0}]
232	281	1576.05	USD	2023-11-14	2024-01-20	[{"code": "BASE", "amount": 745.05}, {"code": "TUG", "amount": 831.0}]
233	282	1504.73	USD	2023-11-11	2023-11-15	[{"code": "BASE", "amount": 483.73}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
234	283	1271.24	USD	2023-11-15	2023-12-13	[{"code": "BASE", "amount": 440.24}, {"code": "TUG", "amount": 831.0}]
235	284	1371.60	EUR	2023-11-12	2024-01-22	[{"code": "BASE", "amount": 540.6}, {"code": "TUG", "amount": 831.0}]
236	285	1300.10	USD	2023-11-16	2023-12-04	[{"code": "BASE", "amount": 884.6}, {"code": "TUG", "amount": 415.5}]
237	286	814.32	EUR	2023-11-13	2023-12-17	[{"code": "BASE", "amount": 398.82}, {"code": "TUG", "amount": 415.5}]
238	287	2100.62	EUR	2023-11-14	2024-01-02	[{"code": "BASE", "amount": 664.12}, {"code": "TUG", "amount": 1246.5}, {"code": "NIGHT", "amount": 190.0}]
239	288	1282.16	EUR	2023-11-16	2024-01-04	[{"code": "BASE", "amount": 866.66}, {"code": "TUG", "amount": 415.5}]
240	290	1356.50	USD	2023-11-17	\N	[{"code": "BASE", "amount": 525.5}, {"code": "TUG", "amount": 831.0}]
241	292	1699.40	EUR	2023-11-14	2024-01-29	[{"code": "BASE", "amount": 868.4}, {"code": "TUG", "amount": 831.0}]
242	293	1833.66	EUR	2023-11-18	2023-11-25	[{"code": "BASE", "amount": 587.16}, {"code": "TUG", "amount": 1246.5}]
243	294	1389.01	EUR	2023-11-16	2023-12-06	[{"code": "BASE", "amount": 558.01}, {"code": "TUG", "amount": 831.0}]
244	295	1891.62	USD	2023-11-20	2024-02-02	[{"code": "BASE", "amount": 455.12}, {"code": "TUG", "amount": 1246.5}, {"code": "NIGHT", "amount": 190.0}]
245	296	371.55	USD	2023-11-22	2024-01-25	[{"code": "BASE", "amount": 371.55}]
246	297	1629.01	EUR	2023-11-22	\N	[{"code": "BASE", "amount": 442.51}, {"code": "TUG", "amount": 1246.5}, {"code": "DISCOUNT", "amount": -60.0}]
247	298	1788.64	EUR	2023-11-21	2024-02-17	[{"code": "BASE", "amount": 542.14}, {"code": "TUG", "amount": 1246.5}]
248	299	1478.72	USD	2023-11-24	2023-12-15	[{"code": "BASE", "amount": 647.72}, {"code": "TUG", "amount": 831.0}]
249	300	1253.22	EUR	2023-11-25	2023-12-05	[{"code": "BASE", "amount": 647.72}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
250	302	1360.09	EUR	2023-11-22	2023-12-12	[{"code": "BASE", "amount": 1004.59}, {"code": "TUG", "amount": 415.5}, {"code": "DISCOUNT", "amount": -60.0}]
251	304	775.11	USD	2023-11-19	2023-11-25	[{"code": "BASE", "amount": 359.61}, {"code": "TUG", "amount": 415.5}]
252	305	1362.90	USD	2023-11-21	2023-12-13	[{"code": "BASE", "amount": 757.4}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
253	306	1365.31	EUR	2023-11-27	2023-12-21	[{"code": "BASE", "amount": 534.31}, {"code": "TUG", "amount": 831.0}]
254	307	391.67	EUR	2023-11-21	2024-01-01	[{"code": "BASE", "amount": 391.67}]
255	308	867.01	USD	2023-11-25	2023-11-28	[{"code": "BASE", "amount": 451.51}, {"code": "TUG", "amount": 415.5}]
256	309	1840.12	EUR	2023-11-22	2023-12-19	[{"code": "BASE", "amount": 819.12}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
257	310	900.57	EUR	2023-11-26	2024-02-23	[{"code": "BASE", "amount": 485.07}, {"code": "TUG", "amount": 415.5}]
258	312	1569.91	EUR	2023-11-29	2023-12-14	[{"code": "BASE", "amount": 548.91}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
259	314	1492.39	EUR	2023-11-26	2024-02-13	[{"code": "BASE", "amount": 661.39}, {"code": "TUG", "amount": 831.0}]
260	316	1143.69	EUR	2023-11-25	2023-12-18	[{"code": "BASE", "amount": 728.19}, {"code": "TUG", "amount": 415.5}]
261	317	858.01	EUR	2023-11-25	2023-11-29	[{"code": "BASE", "amount": 442.51}, {"code": "TUG", "amount": 415.5}]
262	318	362.86	EUR	2023-11-29	2024-01-13	[{"code": "BASE", "amount": 362.86}]
263	319	1055.29	USD	2023-11-27	2023-12-14	[{"code": "BASE", "amount": 639.79}, {"code": "TUG", "amount": 415.5}]
264	320	1253.22	USD	2023-12-03	2023-12-25	[{"code": "BASE", "amount": 647.72}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
265	321	1712.97	EUR	2023-12-04	2023-12-29	[{"code": "BASE", "amount": 691.97}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
266	322	1206.08	USD	2023-12-02	2023-12-12	[{"code": "BASE", "amount": 375.08}, {"code": "TUG", "amount": 831.0}]
267	323	338.84	EUR	2023-12-05	2023-12-24	[{"code": "BASE", "amount": 338.84}]
268	324	362.86	EUR	2023-12-03	2024-02-13	[{"code": "BASE", "amount": 362.86}]
269	325	949.81	USD	2023-12-06	2023-12-22	[{"code": "BASE", "amount": 534.31}, {"code": "TUG", "amount": 415.5}]
270	326	813.24	USD	2023-11-29	2023-12-10	[{"code": "BASE", "amount": 397.74}, {"code": "TUG", "amount": 415.5}]
271	328	1015.50	EUR	2023-12-07	\N	[{"code": "BASE", "amount": 410.0}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
272	329	980.58	EUR	2023-12-04	2023-12-12	[{"code": "BASE", "amount": 375.08}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
273	331	1962.76	EUR	2023-12-04	2024-01-23	[{"code": "BASE", "amount": 526.26}, {"code": "TUG", "amount": 1246.5}, {"code": "NIGHT", "amount": 190.0}]
274	332	1266.89	EUR	2023-12-04	2023-12-28	[{"code": "BASE", "amount": 661.39}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
275	333	807.01	USD	2023-12-01	2023-12-07	[{"code": "BASE", "amount": 451.51}, {"code": "TUG", "amount": 415.5}, {"code": "DISCOUNT", "amount": -60.0}]
276	334	1260.97	EUR	2023-12-08	2024-01-23	[{"code": "BASE", "amount": 429.97}, {"code": "TUG", "amount": 831.0}]
277	335	1058.57	EUR	2023-12-03	2023-12-31	[{"code": "BASE", "amount": 453.07}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
278	336	1273.51	EUR	2023-12-02	2023-12-27	[{"code": "BASE", "amount": 442.51}, {"code": "TUG", "amount": 831.0}]
279	337	1368.39	EUR	2023-12-06	2024-01-02	[{"code": "BASE", "amount": 597.39}, {"code": "TUG", "amount": 831.0}, {"code": "DISCOUNT", "amount": -60.0}]
280	338	952.37	EUR	2023-12-05	2023-12-14	[{"code": "BASE", "amount": 536.87}, {"code": "TUG", "amount": 415.5}]
281	339	1686.01	EUR	2023-12-10	2023-12-14	[{"code": "BASE", "amount": 665.01}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
282	340	581.67	EUR	2023-12-11	2024-02-03	[{"code": "BASE", "amount": 391.67}, {"code": "NIGHT", "amount": 190.0}]
283	341	1242.43	EUR	2023-12-09	2024-01-12	[{"code": "BASE", "amount": 826.93}, {"code": "TUG", "amount": 415.5}]
284	343	1635.06	EUR	2023-12-09	\N	[{"code": "BASE", "amount": 1029.56}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
285	344	1905.60	EUR	2023-12-05	2024-01-22	[{"code": "BASE", "amount": 884.6}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
286	345	1647.21	USD	2023-12-08	2023-12-17	[{"code": "BASE", "amount": 816.21}, {"code": "TUG", "amount": 831.0}]
287	346	1253.22	EUR	2023-12-07	2024-02-10	[{"code": "BASE", "amount": 647.72}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
288	347	359.45	EUR	2023-12-13	2024-01-01	[{"code": "BASE", "amount": 359.45}]
289	348	1513.74	EUR	2023-12-09	2024-01-14	[{"code": "BASE", "amount": 682.74}, {"code": "TUG", "amount": 831.0}]
290	349	545.45	EUR	2023-12-11	2023-12-18	[{"code": "BASE", "amount": 355.45}, {"code": "NIGHT", "amount": 190.0}]
291	352	1616.37	USD	2023-12-16	2024-01-02	[{"code": "BASE", "amount": 785.37}, {"code": "TUG", "amount": 831.0}]
292	354	1618.39	EUR	2023-12-12	2023-12-18	[{"code": "BASE", "amount": 597.39}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
293	355	1757.08	EUR	2023-12-13	2024-02-02	[{"code": "BASE", "amount": 736.08}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
294	356	1868.97	EUR	2023-12-16	2024-02-21	[{"code": "BASE", "amount": 1037.97}, {"code": "TUG", "amount": 831.0}]
295	357	1167.97	USD	2023-12-11	\N	[{"code": "BASE", "amount": 752.47}, {"code": "TUG", "amount": 415.5}]
296	358	1131.00	EUR	2023-12-12	2024-02-15	[{"code": "BASE", "amount": 525.5}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
297	360	1597.20	USD	2023-12-17	2024-01-11	[{"code": "BASE", "amount": 350.7}, {"code": "TUG", "amount": 1246.5}]
298	361	949.81	EUR	2023-12-20	2024-01-02	[{"code": "BASE", "amount": 534.31}, {"code": "TUG", "amount": 415.5}]
299	362	1420.36	USD	2023-12-16	\N	[{"code": "BASE", "amount": 814.86}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
300	363	1633.15	EUR	2023-12-15	2024-01-03	[{"code": "BASE", "amount": 1217.65}, {"code": "TUG", "amount": 415.5}]
301	364	1506.07	EUR	2023-12-20	2024-02-15	[{"code": "BASE", "amount": 485.07}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
302	365	1495.12	USD	2023-12-15	2024-02-11	[{"code": "BASE", "amount": 664.12}, {"code": "TUG", "amount": 831.0}]
303	366	1139.81	EUR	2023-12-17	2024-01-12	[{"code": "BASE", "amount": 534.31}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
304	367	1610.09	USD	2023-12-21	2024-01-13	[{"code": "BASE", "amount": 1004.59}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
305	368	327.46	EUR	2023-12-20	2024-01-31	[{"code": "BASE", "amount": 327.46}]
306	369	1432.43	EUR	2023-12-24	2024-01-03	[{"code": "BASE", "amount": 826.93}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
307	370	1269.72	EUR	2023-12-22	2024-01-24	[{"code": "BASE", "amount": 854.22}, {"code": "TUG", "amount": 415.5}]
308	371	1559.19	EUR	2023-12-22	2024-01-13	[{"code": "BASE", "amount": 728.19}, {"code": "TUG", "amount": 831.0}]
309	372	1588.40	USD	2023-12-23	2023-12-29	[{"code": "BASE", "amount": 757.4}, {"code": "TUG", "amount": 831.0}]
310	375	1202.89	EUR	2023-12-26	2024-01-17	[{"code": "BASE", "amount": 597.39}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
311	376	817.79	EUR	2023-12-24	2024-03-21	[{"code": "BASE", "amount": 402.29}, {"code": "TUG", "amount": 415.5}]
312	377	1643.47	EUR	2023-12-24	2024-01-02	[{"code": "BASE", "amount": 1037.97}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
313	378	855.74	USD	2023-12-26	2024-01-18	[{"code": "BASE", "amount": 440.24}, {"code": "TUG", "amount": 415.5}]
314	379	1190.61	EUR	2023-12-27	2024-01-31	[{"code": "BASE", "amount": 359.61}, {"code": "TUG", "amount": 831.0}]
315	380	1646.89	EUR	2023-12-25	2024-02-02	[{"code": "BASE", "amount": 400.39}, {"code": "TUG", "amount": 1246.5}]
316	381	2095.24	USD	2023-12-25	2024-01-02	[{"code": "BASE", "amount": 848.74}, {"code": "TUG", "amount": 1246.5}]
317	383	1004.54	EUR	2023-12-28	2024-01-15	[{"code": "BASE", "amount": 589.04}, {"code": "TUG", "amount": 415.5}]
318	384	1513.74	EUR	2024-01-02	2024-02-28	[{"code": "BASE", "amount": 682.74}, {"code": "TUG", "amount": 831.0}]
319	385	1012.67	EUR	2023-12-28	2024-02-18	[{"code": "BASE", "amount": 407.17}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
320	386	941.00	USD	2023-12-30	2024-02-16	[{"code": "BASE", "amount": 525.5}, {"code": "TUG", "amount": 415.5}]
321	387	1242.43	EUR	2023-12-29	2024-02-15	[{"code": "BASE", "amount": 826.93}, {"code": "TUG", "amount": 415.5}]
322	388	806.21	EUR	2024-01-02	2024-01-09	[{"code": "BASE", "amount": 390.71}, {"code": "TUG", "amount": 415.5}]
323	389	1371.70	EUR	2024-01-02	2024-01-30	[{"code": "BASE", "amount": 350.7}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
324	391	552.86	EUR	2023-12-31	2024-01-23	[{"code": "BASE", "amount": 362.86}, {"code": "NIGHT", "amount": 190.0}]
325	392	1773.47	EUR	2024-01-05	2024-03-26	[{"code": "BASE", "amount": 752.47}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
326	395	1338.73	EUR	2024-01-04	2024-01-28	[{"code": "BASE", "amount": 733.23}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
327	396	1389.46	EUR	2024-01-02	2024-01-21	[{"code": "BASE", "amount": 558.46}, {"code": "TUG", "amount": 831.0}]
328	397	1699.40	EUR	2024-01-04	2024-01-17	[{"code": "BASE", "amount": 868.4}, {"code": "TUG", "amount": 831.0}]
329	398	1338.73	EUR	2024-01-05	2024-03-20	[{"code": "BASE", "amount": 733.23}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
330	399	2118.65	EUR	2024-01-07	2024-02-14	[{"code": "BASE", "amount": 1513.15}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
331	400	1426.05	USD	2024-01-07	2024-01-22	[{"code": "BASE", "amount": 595.05}, {"code": "TUG", "amount": 831.0}]
332	402	1338.71	EUR	2024-01-07	2024-01-17	[{"code": "BASE", "amount": 923.21}, {"code": "TUG", "amount": 415.5}]
333	403	1450.97	EUR	2024-01-08	2024-01-22	[{"code": "BASE", "amount": 429.97}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
334	404	355.45	USD	2024-01-09	2024-01-30	[{"code": "BASE", "amount": 355.45}]
335	405	1887.66	USD	2024-01-11	\N	[{"code": "BASE", "amount": 866.66}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
336	406	1564.23	EUR	2024-01-07	2024-01-31	[{"code": "BASE", "amount": 733.23}, {"code": "TUG", "amount": 831.0}]
337	407	1475.89	EUR	2024-01-06	2024-04-03	[{"code": "BASE", "amount": 1060.39}, {"code": "TUG", "amount": 415.5}]
338	410	1715.60	EUR	2024-01-11	2024-04-08	[{"code": "BASE", "amount": 884.6}, {"code": "TUG", "amount": 831.0}]
339	411	1131.00	EUR	2024-01-10	2024-02-11	[{"code": "BASE", "amount": 525.5}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
340	412	941.76	USD	2024-01-10	2024-01-15	[{"code": "BASE", "amount": 526.26}, {"code": "TUG", "amount": 415.5}]
341	413	955.50	EUR	2024-01-14	2024-01-29	[{"code": "BASE", "amount": 410.0}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}, {"code": "DISCOUNT", "amount": -60.0}]
342	414	1005.89	EUR	2024-01-12	2024-02-03	[{"code": "BASE", "amount": 400.39}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
343	415	1185.61	EUR	2024-01-11	2024-02-13	[{"code": "BASE", "amount": 770.11}, {"code": "TUG", "amount": 415.5}]
344	416	1787.20	EUR	2024-01-17	2024-02-08	[{"code": "BASE", "amount": 350.7}, {"code": "TUG", "amount": 1246.5}, {"code": "NIGHT", "amount": 190.0}]
345	418	1791.11	USD	2024-01-16	2024-02-13	[{"code": "BASE", "amount": 770.11}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
346	419	2654.15	USD	2024-01-14	2024-04-10	[{"code": "BASE", "amount": 1217.65}, {"code": "TUG", "amount": 1246.5}, {"code": "NIGHT", "amount": 190.0}]
347	420	1269.72	EUR	2024-01-20	2024-02-14	[{"code": "BASE", "amount": 854.22}, {"code": "TUG", "amount": 415.5}]
348	422	1284.07	USD	2024-01-14	2024-03-17	[{"code": "BASE", "amount": 453.07}, {"code": "TUG", "amount": 831.0}]
349	423	1453.47	EUR	2024-01-19	2024-03-02	[{"code": "BASE", "amount": 1037.97}, {"code": "TUG", "amount": 415.5}]
350	425	1167.97	EUR	2024-01-21	2024-01-28	[{"code": "BASE", "amount": 752.47}, {"code": "TUG", "amount": 415.5}]
351	426	1982.58	EUR	2024-01-20	2024-03-09	[{"code": "BASE", "amount": 736.08}, {"code": "TUG", "amount": 1246.5}]
352	427	355.45	USD	2024-01-17	2024-02-08	[{"code": "BASE", "amount": 355.45}]
353	428	964.41	EUR	2024-01-21	2024-02-05	[{"code": "BASE", "amount": 548.91}, {"code": "TUG", "amount": 415.5}]
354	430	1788.64	EUR	2024-01-23	2024-03-02	[{"code": "BASE", "amount": 542.14}, {"code": "TUG", "amount": 1246.5}]
355	431	517.46	EUR	2024-01-19	2024-02-25	[{"code": "BASE", "amount": 327.46}, {"code": "NIGHT", "amount": 190.0}]
356	433	812.65	EUR	2024-01-23	2024-02-28	[{"code": "BASE", "amount": 397.15}, {"code": "TUG", "amount": 415.5}]
357	434	812.65	EUR	2024-01-26	2024-04-24	[{"code": "BASE", "amount": 397.15}, {"code": "TUG", "amount": 415.5}]
358	435	1234.62	EUR	2024-01-25	2024-02-03	[{"code": "BASE", "amount": 819.12}, {"code": "TUG", "amount": 415.5}]
359	436	998.57	EUR	2024-01-21	2024-02-06	[{"code": "BASE", "amount": 453.07}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}, {"code": "DISCOUNT", "amount": -60.0}]
360	437	1679.74	EUR	2024-01-21	2024-01-29	[{"code": "BASE", "amount": 848.74}, {"code": "TUG", "amount": 831.0}]
361	438	1272.19	USD	2024-01-21	2024-01-30	[{"code": "BASE", "amount": 441.19}, {"code": "TUG", "amount": 831.0}]
362	439	2048.73	USD	2024-01-21	2024-01-24	[{"code": "BASE", "amount": 1217.73}, {"code": "TUG", "amount": 831.0}]
363	440	1282.16	EUR	2024-01-26	2024-02-08	[{"code": "BASE", "amount": 866.66}, {"code": "TUG", "amount": 415.5}]
364	441	1192.66	EUR	2024-01-24	2024-01-30	[{"code": "BASE", "amount": 587.16}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
365	442	1389.46	EUR	2024-01-26	2024-02-14	[{"code": "BASE", "amount": 558.46}, {"code": "TUG", "amount": 831.0}]
366	443	1610.04	EUR	2024-01-30	2024-02-03	[{"code": "BASE", "amount": 589.04}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
367	444	1546.50	EUR	2024-01-29	2024-02-15	[{"code": "BASE", "amount": 525.5}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
368	445	843.44	EUR	2024-01-30	2024-03-05	[{"code": "BASE", "amount": 427.94}, {"code": "TUG", "amount": 415.5}]
369	446	1646.89	USD	2024-01-24	2024-04-04	[{"code": "BASE", "amount": 400.39}, {"code": "TUG", "amount": 1246.5}]
370	447	1003.24	EUR	2024-01-27	2024-02-11	[{"code": "BASE", "amount": 397.74}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
371	450	374.02	EUR	2024-01-26	2024-02-22	[{"code": "BASE", "amount": 374.02}]
372	452	1522.97	USD	2024-02-03	2024-02-14	[{"code": "BASE", "amount": 691.97}, {"code": "TUG", "amount": 831.0}]
373	453	1610.09	EUR	2024-01-31	2024-02-09	[{"code": "BASE", "amount": 1004.59}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
374	454	1581.97	EUR	2024-02-04	2024-02-26	[{"code": "BASE", "amount": 1166.47}, {"code": "TUG", "amount": 415.5}]
375	455	1379.91	USD	2024-02-04	2024-02-18	[{"code": "BASE", "amount": 548.91}, {"code": "TUG", "amount": 831.0}]
376	456	973.51	USD	2024-01-31	2024-03-06	[{"code": "BASE", "amount": 558.01}, {"code": "TUG", "amount": 415.5}]
377	457	2048.65	EUR	2024-02-03	2024-04-27	[{"code": "BASE", "amount": 1217.65}, {"code": "TUG", "amount": 831.0}]
378	458	1962.76	EUR	2024-02-06	2024-03-05	[{"code": "BASE", "amount": 526.26}, {"code": "TUG", "amount": 1246.5}, {"code": "NIGHT", "amount": 190.0}]
379	459	899.23	EUR	2024-02-06	\N	[{"code": "BASE", "amount": 483.73}, {"code": "TUG", "amount": 415.5}]
380	460	1787.10	EUR	2024-02-06	2024-02-28	[{"code": "BASE", "amount": 540.6}, {"code": "TUG", "amount": 1246.5}]
381	461	1618.39	EUR	2024-02-08	2024-04-17	[{"code": "BASE", "amount": 597.39}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
382	462	1419.82	USD	2024-02-08	2024-04-09	[{"code": "BASE", "amount": 398.82}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
383	463	1495.12	EUR	2024-02-04	2024-04-15	[{"code": "BASE", "amount": 664.12}, {"code": "TUG", "amount": 831.0}]
384	464	1539.81	USD	2024-02-03	2024-02-22	[{"code": "BASE", "amount": 708.81}, {"code": "TUG", "amount": 831.0}]
385	466	1778.40	EUR	2024-02-10	2024-02-13	[{"code": "BASE", "amount": 757.4}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
386	467	355.45	EUR	2024-02-07	2024-03-05	[{"code": "BASE", "amount": 355.45}]
387	468	2187.47	EUR	2024-02-07	2024-02-11	[{"code": "BASE", "amount": 1166.47}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
388	469	1616.37	USD	2024-02-05	2024-02-19	[{"code": "BASE", "amount": 785.37}, {"code": "TUG", "amount": 831.0}]
389	470	1616.05	EUR	2024-02-08	2024-03-10	[{"code": "BASE", "amount": 595.05}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
390	471	1715.60	USD	2024-02-07	2024-02-18	[{"code": "BASE", "amount": 884.6}, {"code": "TUG", "amount": 831.0}]
391	472	822.67	EUR	2024-02-06	2024-03-04	[{"code": "BASE", "amount": 407.17}, {"code": "TUG", "amount": 415.5}]
392	473	2164.69	EUR	2024-02-08	2024-03-28	[{"code": "BASE", "amount": 728.19}, {"code": "TUG", "amount": 1246.5}, {"code": "NIGHT", "amount": 190.0}]
393	474	2113.04	USD	2024-02-13	2024-02-22	[{"code": "BASE", "amount": 1342.04}, {"code": "TUG", "amount": 831.0}, {"code": "DISCOUNT", "amount": -60.0}]
394	475	1055.29	USD	2024-02-09	2024-02-24	[{"code": "BASE", "amount": 639.79}, {"code": "TUG", "amount": 415.5}]
395	476	1167.97	EUR	2024-02-09	2024-02-29	[{"code": "BASE", "amount": 752.47}, {"code": "TUG", "amount": 415.5}]
396	477	1519.01	USD	2024-02-10	2024-03-07	[{"code": "BASE", "amount": 558.01}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}, {"code": "DISCOUNT", "amount": -60.0}]
397	478	839.23	EUR	2024-02-12	2024-02-26	[{"code": "BASE", "amount": 483.73}, {"code": "TUG", "amount": 415.5}, {"code": "DISCOUNT", "amount": -60.0}]
398	479	1202.89	USD	2024-02-17	2024-03-06	[{"code": "BASE", "amount": 597.39}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
399	480	1426.05	EUR	2024-02-17	2024-02-24	[{"code": "BASE", "amount": 595.05}, {"code": "TUG", "amount": 831.0}]
400	481	1004.32	EUR	2024-02-11	2024-03-07	[{"code": "BASE", "amount": 398.82}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
401	482	1647.21	USD	2024-02-12	2024-03-06	[{"code": "BASE", "amount": 816.21}, {"code": "TUG", "amount": 831.0}]
402	483	1229.82	USD	2024-02-16	2024-04-15	[{"code": "BASE", "amount": 398.82}, {"code": "TUG", "amount": 831.0}]
403	484	1800.56	EUR	2024-02-15	2024-02-24	[{"code": "BASE", "amount": 1029.56}, {"code": "TUG", "amount": 831.0}, {"code": "DISCOUNT", "amount": -60.0}]
404	485	1362.90	USD	2024-02-14	2024-02-19	[{"code": "BASE", "amount": 757.4}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
405	487	752.65	EUR	2024-02-19	\N	[{"code": "BASE", "amount": 397.15}, {"code": "TUG", "amount": 415.5}, {"code": "DISCOUNT", "amount": -60.0}]
406	488	1453.47	EUR	2024-02-17	2024-04-10	[{"code": "BASE", "amount": 1037.97}, {"code": "TUG", "amount": 415.5}]
407	489	1431.00	USD	2024-02-14	2024-04-20	[{"code": "BASE", "amount": 410.0}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
408	490	1472.16	EUR	2024-02-17	2024-03-01	[{"code": "BASE", "amount": 866.66}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
409	491	1431.00	EUR	2024-02-17	2024-03-05	[{"code": "BASE", "amount": 410.0}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
410	492	267.46	EUR	2024-02-20	2024-04-11	[{"code": "BASE", "amount": 327.46}, {"code": "DISCOUNT", "amount": -60.0}]
411	493	1588.40	EUR	2024-02-18	2024-05-13	[{"code": "BASE", "amount": 757.4}, {"code": "TUG", "amount": 831.0}]
412	494	1015.50	EUR	2024-02-20	2024-04-17	[{"code": "BASE", "amount": 410.0}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
413	495	1507.43	EUR	2024-02-20	2024-04-05	[{"code": "BASE", "amount": 1091.93}, {"code": "TUG", "amount": 415.5}]
414	496	1185.61	EUR	2024-02-18	\N	[{"code": "BASE", "amount": 770.11}, {"code": "TUG", "amount": 415.5}]
415	498	806.21	EUR	2024-02-23	2024-03-17	[{"code": "BASE", "amount": 390.71}, {"code": "TUG", "amount": 415.5}]
416	499	1058.71	EUR	2024-02-20	2024-02-26	[{"code": "BASE", "amount": 453.21}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
417	500	775.11	EUR	2024-02-19	2024-05-12	[{"code": "BASE", "amount": 359.61}, {"code": "TUG", "amount": 415.5}]
418	501	549.45	USD	2024-02-23	2024-03-21	[{"code": "BASE", "amount": 359.45}, {"code": "NIGHT", "amount": 190.0}]
419	502	790.58	USD	2024-02-24	2024-04-27	[{"code": "BASE", "amount": 375.08}, {"code": "TUG", "amount": 415.5}]
420	503	1079.62	EUR	2024-02-23	2024-04-17	[{"code": "BASE", "amount": 664.12}, {"code": "TUG", "amount": 415.5}]
421	504	564.02	EUR	2024-02-22	2024-04-29	[{"code": "BASE", "amount": 374.02}, {"code": "NIGHT", "amount": 190.0}]
422	505	1633.15	EUR	2024-02-24	2024-03-01	[{"code": "BASE", "amount": 1217.65}, {"code": "TUG", "amount": 415.5}]
423	506	752.65	EUR	2024-02-28	2024-03-08	[{"code": "BASE", "amount": 397.15}, {"code": "TUG", "amount": 415.5}, {"code": "DISCOUNT", "amount": -60.0}]
424	507	2238.73	EUR	2024-02-28	2024-03-04	[{"code": "BASE", "amount": 1217.73}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
425	508	1079.62	EUR	2024-02-25	2024-03-06	[{"code": "BASE", "amount": 664.12}, {"code": "TUG", "amount": 415.5}]
426	509	2344.15	USD	2024-02-29	2024-04-01	[{"code": "BASE", "amount": 1513.15}, {"code": "TUG", "amount": 831.0}]
427	510	1922.93	EUR	2024-02-27	2024-03-04	[{"code": "BASE", "amount": 1091.93}, {"code": "TUG", "amount": 831.0}]
428	511	1423.29	EUR	2024-02-26	2024-04-06	[{"code": "BASE", "amount": 402.29}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
429	512	1697.43	USD	2024-03-01	2024-03-09	[{"code": "BASE", "amount": 1091.93}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
430	513	1823.23	USD	2024-03-02	2024-03-19	[{"code": "BASE", "amount": 1217.73}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
431	514	952.37	EUR	2024-02-27	\N	[{"code": "BASE", "amount": 536.87}, {"code": "TUG", "amount": 415.5}]
432	515	1242.43	EUR	2024-02-27	2024-03-09	[{"code": "BASE", "amount": 826.93}, {"code": "TUG", "amount": 415.5}]
433	516	1371.60	EUR	2024-02-27	2024-05-26	[{"code": "BASE", "amount": 540.6}, {"code": "TUG", "amount": 831.0}]
434	517	1563.14	EUR	2024-03-05	2024-05-15	[{"code": "BASE", "amount": 542.14}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
435	519	1367.87	USD	2024-03-03	2024-03-31	[{"code": "BASE", "amount": 536.87}, {"code": "TUG", "amount": 831.0}]
436	520	817.79	USD	2024-03-01	2024-03-12	[{"code": "BASE", "amount": 402.29}, {"code": "TUG", "amount": 415.5}]
437	521	1167.97	USD	2024-03-02	2024-04-26	[{"code": "BASE", "amount": 752.47}, {"code": "TUG", "amount": 415.5}]
438	522	1474.07	USD	2024-03-06	2024-05-24	[{"code": "BASE", "amount": 453.07}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
439	523	845.47	EUR	2024-03-08	2024-03-17	[{"code": "BASE", "amount": 429.97}, {"code": "TUG", "amount": 415.5}]
440	524	855.74	USD	2024-03-08	2024-04-01	[{"code": "BASE", "amount": 440.24}, {"code": "TUG", "amount": 415.5}]
441	525	1181.70	USD	2024-03-07	2024-03-18	[{"code": "BASE", "amount": 350.7}, {"code": "TUG", "amount": 831.0}]
442	526	1316.07	EUR	2024-03-05	2024-05-27	[{"code": "BASE", "amount": 485.07}, {"code": "TUG", "amount": 831.0}]
443	527	1055.29	EUR	2024-03-08	2024-04-26	[{"code": "BASE", "amount": 639.79}, {"code": "TUG", "amount": 415.5}]
444	528	1490.10	EUR	2024-03-04	2024-04-21	[{"code": "BASE", "amount": 884.6}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
445	530	1922.89	EUR	2024-03-04	\N	[{"code": "BASE", "amount": 1091.89}, {"code": "TUG", "amount": 831.0}]
446	531	1929.24	EUR	2024-03-10	2024-04-01	[{"code": "BASE", "amount": 682.74}, {"code": "TUG", "amount": 1246.5}]
447	532	327.46	EUR	2024-03-12	2024-03-20	[{"code": "BASE", "amount": 327.46}]
448	533	1373.05	EUR	2024-03-12	2024-03-23	[{"code": "BASE", "amount": 412.05}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}, {"code": "DISCOUNT", "amount": -60.0}]
449	534	825.50	USD	2024-03-11	2024-03-26	[{"code": "BASE", "amount": 410.0}, {"code": "TUG", "amount": 415.5}]
450	535	1172.90	USD	2024-03-07	2024-05-03	[{"code": "BASE", "amount": 757.4}, {"code": "TUG", "amount": 415.5}]
451	536	1579.01	EUR	2024-03-14	2024-05-04	[{"code": "BASE", "amount": 558.01}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
452	537	327.46	USD	2024-03-09	2024-03-23	[{"code": "BASE", "amount": 327.46}]
453	538	1357.97	USD	2024-03-14	2024-04-21	[{"code": "BASE", "amount": 752.47}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
454	539	1507.43	EUR	2024-03-11	2024-04-01	[{"code": "BASE", "amount": 1091.93}, {"code": "TUG", "amount": 415.5}]
455	540	2112.93	EUR	2024-03-14	2024-04-08	[{"code": "BASE", "amount": 1091.93}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
456	541	1833.66	EUR	2024-03-12	2024-03-27	[{"code": "BASE", "amount": 587.16}, {"code": "TUG", "amount": 1246.5}]
457	542	980.58	EUR	2024-03-18	2024-05-11	[{"code": "BASE", "amount": 375.08}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
458	544	855.74	EUR	2024-03-13	2024-05-10	[{"code": "BASE", "amount": 440.24}, {"code": "TUG", "amount": 415.5}]
459	545	1697.43	EUR	2024-03-16	2024-05-29	[{"code": "BASE", "amount": 1091.93}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
460	546	1163.51	EUR	2024-03-17	2024-05-18	[{"code": "BASE", "amount": 558.01}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
461	547	1004.32	EUR	2024-03-17	2024-06-05	[{"code": "BASE", "amount": 398.82}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
462	548	1835.59	EUR	2024-03-14	2024-05-05	[{"code": "BASE", "amount": 1004.59}, {"code": "TUG", "amount": 831.0}]
463	549	1366.05	EUR	2024-03-14	2024-06-06	[{"code": "BASE", "amount": 595.05}, {"code": "TUG", "amount": 831.0}, {"code": "DISCOUNT", "amount": -60.0}]
464	550	1639.57	USD	2024-03-14	2024-05-29	[{"code": "BASE", "amount": 453.07}, {"code": "TUG", "amount": 1246.5}, {"code": "DISCOUNT", "amount": -60.0}]
465	551	1160.55	EUR	2024-03-19	2024-03-23	[{"code": "BASE", "amount": 745.05}, {"code": "TUG", "amount": 415.5}]
466	553	391.67	EUR	2024-03-20	2024-04-13	[{"code": "BASE", "amount": 391.67}]
467	554	1840.12	EUR	2024-03-19	2024-03-22	[{"code": "BASE", "amount": 819.12}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
468	556	1076.89	EUR	2024-03-18	2024-04-02	[{"code": "BASE", "amount": 661.39}, {"code": "TUG", "amount": 415.5}]
469	557	1055.29	EUR	2024-03-23	2024-06-20	[{"code": "BASE", "amount": 639.79}, {"code": "TUG", "amount": 415.5}]
470	558	1860.56	USD	2024-03-21	2024-04-03	[{"code": "BASE", "amount": 1029.56}, {"code": "TUG", "amount": 831.0}]
471	559	338.84	EUR	2024-03-21	2024-05-17	[{"code": "BASE", "amount": 338.84}]
472	560	2344.15	USD	2024-03-19	2024-04-05	[{"code": "BASE", "amount": 1513.15}, {"code": "TUG", "amount": 831.0}]
473	561	1522.97	EUR	2024-03-22	2024-04-05	[{"code": "BASE", "amount": 691.97}, {"code": "TUG", "amount": 831.0}]
474	562	1635.06	USD	2024-03-28	2024-05-07	[{"code": "BASE", "amount": 1029.56}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
475	563	1470.79	EUR	2024-03-23	2024-04-25	[{"code": "BASE", "amount": 639.79}, {"code": "TUG", "amount": 831.0}]
476	564	1679.74	EUR	2024-03-24	2024-05-13	[{"code": "BASE", "amount": 848.74}, {"code": "TUG", "amount": 831.0}]
477	565	900.57	EUR	2024-03-25	2024-04-13	[{"code": "BASE", "amount": 485.07}, {"code": "TUG", "amount": 415.5}]
478	566	552.86	EUR	2024-03-30	\N	[{"code": "BASE", "amount": 362.86}, {"code": "NIGHT", "amount": 190.0}]
479	567	1889.40	EUR	2024-03-29	2024-04-13	[{"code": "BASE", "amount": 868.4}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
480	568	1616.37	EUR	2024-03-28	2024-06-20	[{"code": "BASE", "amount": 785.37}, {"code": "TUG", "amount": 831.0}]
481	569	845.47	USD	2024-03-30	2024-05-21	[{"code": "BASE", "amount": 429.97}, {"code": "TUG", "amount": 415.5}]
482	570	517.46	EUR	2024-03-31	2024-04-06	[{"code": "BASE", "amount": 327.46}, {"code": "NIGHT", "amount": 190.0}]
483	571	1922.89	EUR	2024-03-30	2024-04-15	[{"code": "BASE", "amount": 1091.89}, {"code": "TUG", "amount": 831.0}]
484	572	1474.21	EUR	2024-03-30	2024-04-14	[{"code": "BASE", "amount": 453.21}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
485	573	1879.01	USD	2024-03-28	2024-04-08	[{"code": "BASE", "amount": 442.51}, {"code": "TUG", "amount": 1246.5}, {"code": "NIGHT", "amount": 190.0}]
486	575	2654.15	EUR	2024-04-03	2024-04-30	[{"code": "BASE", "amount": 1217.65}, {"code": "TUG", "amount": 1246.5}, {"code": "NIGHT", "amount": 190.0}]
487	576	1245.29	EUR	2024-03-30	2024-04-05	[{"code": "BASE", "amount": 639.79}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
488	579	1185.61	USD	2024-04-06	2024-04-29	[{"code": "BASE", "amount": 770.11}, {"code": "TUG", "amount": 415.5}]
489	580	1230.36	EUR	2024-04-06	2024-04-17	[{"code": "BASE", "amount": 814.86}, {"code": "TUG", "amount": 415.5}]
490	581	1545.40	EUR	2024-04-05	2024-05-27	[{"code": "BASE", "amount": 714.4}, {"code": "TUG", "amount": 831.0}]
491	582	1891.39	USD	2024-04-07	2024-04-20	[{"code": "BASE", "amount": 1060.39}, {"code": "TUG", "amount": 831.0}]
492	583	1453.47	USD	2024-04-05	2024-06-17	[{"code": "BASE", "amount": 1037.97}, {"code": "TUG", "amount": 415.5}]
493	584	1389.01	USD	2024-04-08	2024-04-20	[{"code": "BASE", "amount": 558.01}, {"code": "TUG", "amount": 831.0}]
494	585	1459.72	EUR	2024-04-06	2024-04-09	[{"code": "BASE", "amount": 854.22}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
495	586	327.46	EUR	2024-04-03	2024-04-27	[{"code": "BASE", "amount": 327.46}]
496	587	1357.26	EUR	2024-04-04	2024-06-14	[{"code": "BASE", "amount": 526.26}, {"code": "TUG", "amount": 831.0}]
497	588	552.86	USD	2024-04-09	2024-05-04	[{"code": "BASE", "amount": 362.86}, {"code": "NIGHT", "amount": 190.0}]
498	589	2238.65	EUR	2024-04-05	2024-04-21	[{"code": "BASE", "amount": 1217.65}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
499	590	1507.43	USD	2024-04-05	2024-05-24	[{"code": "BASE", "amount": 1091.93}, {"code": "TUG", "amount": 415.5}]
500	591	1569.91	EUR	2024-04-07	2024-04-22	[{"code": "BASE", "amount": 548.91}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
501	592	1283.90	EUR	2024-04-06	2024-04-13	[{"code": "BASE", "amount": 868.4}, {"code": "TUG", "amount": 415.5}]
502	593	1495.12	EUR	2024-04-12	2024-04-24	[{"code": "BASE", "amount": 664.12}, {"code": "TUG", "amount": 831.0}]
503	594	359.45	USD	2024-04-08	2024-04-11	[{"code": "BASE", "amount": 359.45}]
504	595	1107.47	EUR	2024-04-08	2024-05-27	[{"code": "BASE", "amount": 691.97}, {"code": "TUG", "amount": 415.5}]
505	596	1847.93	EUR	2024-04-13	2024-04-23	[{"code": "BASE", "amount": 826.93}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
506	597	1282.16	EUR	2024-04-08	2024-05-02	[{"code": "BASE", "amount": 866.66}, {"code": "TUG", "amount": 415.5}]
507	599	900.57	EUR	2024-04-11	2024-04-15	[{"code": "BASE", "amount": 485.07}, {"code": "TUG", "amount": 415.5}]
508	600	1258.94	EUR	2024-04-14	2024-04-17	[{"code": "BASE", "amount": 427.94}, {"code": "TUG", "amount": 831.0}]
509	601	1163.51	EUR	2024-04-11	2024-05-06	[{"code": "BASE", "amount": 558.01}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
510	602	1234.62	EUR	2024-04-17	\N	[{"code": "BASE", "amount": 819.12}, {"code": "TUG", "amount": 415.5}]
511	603	1546.50	EUR	2024-04-14	2024-05-07	[{"code": "BASE", "amount": 525.5}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
512	604	1282.16	EUR	2024-04-15	2024-04-27	[{"code": "BASE", "amount": 866.66}, {"code": "TUG", "amount": 415.5}]
513	605	1616.37	EUR	2024-04-15	2024-05-02	[{"code": "BASE", "amount": 785.37}, {"code": "TUG", "amount": 831.0}]
514	606	1889.57	USD	2024-04-17	2024-06-01	[{"code": "BASE", "amount": 453.07}, {"code": "TUG", "amount": 1246.5}, {"code": "NIGHT", "amount": 190.0}]
515	607	1003.24	EUR	2024-04-16	2024-05-13	[{"code": "BASE", "amount": 397.74}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
516	608	1421.39	USD	2024-04-18	2024-04-30	[{"code": "BASE", "amount": 400.39}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
517	609	1231.39	EUR	2024-04-19	2024-06-08	[{"code": "BASE", "amount": 400.39}, {"code": "TUG", "amount": 831.0}]
518	611	391.67	EUR	2024-04-19	2024-05-23	[{"code": "BASE", "amount": 391.67}]
519	612	1478.72	EUR	2024-04-16	2024-05-04	[{"code": "BASE", "amount": 647.72}, {"code": "TUG", "amount": 831.0}]
520	613	1373.14	USD	2024-04-22	2024-05-06	[{"code": "BASE", "amount": 542.14}, {"code": "TUG", "amount": 831.0}]
521	614	1316.07	USD	2024-04-23	2024-05-25	[{"code": "BASE", "amount": 485.07}, {"code": "TUG", "amount": 831.0}]
522	616	2048.65	EUR	2024-04-22	\N	[{"code": "BASE", "amount": 1217.65}, {"code": "TUG", "amount": 831.0}]
523	617	1791.11	USD	2024-04-24	2024-05-01	[{"code": "BASE", "amount": 770.11}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
524	618	1445.06	EUR	2024-04-21	2024-05-16	[{"code": "BASE", "amount": 1029.56}, {"code": "TUG", "amount": 415.5}]
525	619	1869.74	EUR	2024-04-26	2024-05-24	[{"code": "BASE", "amount": 848.74}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
526	620	766.20	EUR	2024-04-21	2024-05-01	[{"code": "BASE", "amount": 350.7}, {"code": "TUG", "amount": 415.5}]
527	621	996.21	EUR	2024-04-27	2024-06-16	[{"code": "BASE", "amount": 390.71}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
528	622	1367.87	EUR	2024-04-22	\N	[{"code": "BASE", "amount": 536.87}, {"code": "TUG", "amount": 831.0}]
529	623	371.55	EUR	2024-04-25	2024-05-20	[{"code": "BASE", "amount": 371.55}]
530	624	935.17	USD	2024-04-23	\N	[{"code": "BASE", "amount": 519.67}, {"code": "TUG", "amount": 415.5}]
531	625	1045.74	USD	2024-04-25	2024-05-12	[{"code": "BASE", "amount": 440.24}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
532	626	956.10	EUR	2024-04-28	2024-05-25	[{"code": "BASE", "amount": 540.6}, {"code": "TUG", "amount": 415.5}]
533	627	1063.22	EUR	2024-04-28	2024-05-07	[{"code": "BASE", "amount": 647.72}, {"code": "TUG", "amount": 415.5}]
534	628	1063.22	EUR	2024-04-26	2024-05-04	[{"code": "BASE", "amount": 647.72}, {"code": "TUG", "amount": 415.5}]
535	630	1645.86	USD	2024-04-28	2024-05-22	[{"code": "BASE", "amount": 814.86}, {"code": "TUG", "amount": 831.0}]
536	631	1389.01	EUR	2024-04-28	\N	[{"code": "BASE", "amount": 558.01}, {"code": "TUG", "amount": 831.0}]
537	632	1173.29	EUR	2024-04-30	2024-05-13	[{"code": "BASE", "amount": 402.29}, {"code": "TUG", "amount": 831.0}, {"code": "DISCOUNT", "amount": -60.0}]
538	633	1539.81	EUR	2024-04-29	2024-05-30	[{"code": "BASE", "amount": 708.81}, {"code": "TUG", "amount": 831.0}]
539	635	359.45	EUR	2024-04-26	\N	[{"code": "BASE", "amount": 359.45}]
540	636	1151.58	EUR	2024-05-01	2024-05-20	[{"code": "BASE", "amount": 736.08}, {"code": "TUG", "amount": 415.5}]
541	637	1286.12	EUR	2024-04-29	2024-05-16	[{"code": "BASE", "amount": 455.12}, {"code": "TUG", "amount": 831.0}]
542	638	1557.87	EUR	2024-04-28	2024-05-19	[{"code": "BASE", "amount": 536.87}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
543	639	1124.31	EUR	2024-05-03	2024-05-17	[{"code": "BASE", "amount": 708.81}, {"code": "TUG", "amount": 415.5}]
544	641	1472.16	USD	2024-05-04	2024-05-12	[{"code": "BASE", "amount": 866.66}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
545	642	391.67	EUR	2024-05-06	2024-06-26	[{"code": "BASE", "amount": 391.67}]
546	643	371.55	USD	2024-05-01	2024-06-17	[{"code": "BASE", "amount": 371.55}]
547	644	1230.36	EUR	2024-05-06	2024-06-24	[{"code": "BASE", "amount": 814.86}, {"code": "TUG", "amount": 415.5}]
548	646	1350.67	USD	2024-04-30	2024-05-24	[{"code": "BASE", "amount": 519.67}, {"code": "TUG", "amount": 831.0}]
549	647	1172.90	EUR	2024-05-06	2024-05-21	[{"code": "BASE", "amount": 757.4}, {"code": "TUG", "amount": 415.5}]
550	648	1564.23	EUR	2024-05-01	2024-05-21	[{"code": "BASE", "amount": 733.23}, {"code": "TUG", "amount": 831.0}]
551	649	356.83	EUR	2024-05-05	\N	[{"code": "BASE", "amount": 356.83}]
552	650	1206.08	EUR	2024-05-05	2024-05-31	[{"code": "BASE", "amount": 375.08}, {"code": "TUG", "amount": 831.0}]
553	652	867.01	EUR	2024-05-07	2024-06-28	[{"code": "BASE", "amount": 451.51}, {"code": "TUG", "amount": 415.5}]
554	653	1445.06	EUR	2024-05-09	\N	[{"code": "BASE", "amount": 1029.56}, {"code": "TUG", "amount": 415.5}]
555	655	941.76	USD	2024-05-06	2024-05-16	[{"code": "BASE", "amount": 526.26}, {"code": "TUG", "amount": 415.5}]
556	656	1922.89	USD	2024-05-13	\N	[{"code": "BASE", "amount": 1091.89}, {"code": "TUG", "amount": 831.0}]
557	657	1107.47	USD	2024-05-07	\N	[{"code": "BASE", "amount": 691.97}, {"code": "TUG", "amount": 415.5}]
558	658	1358.16	EUR	2024-05-13	2024-06-19	[{"code": "BASE", "amount": 587.16}, {"code": "TUG", "amount": 831.0}, {"code": "DISCOUNT", "amount": -60.0}]
559	659	1245.29	EUR	2024-05-09	2024-05-16	[{"code": "BASE", "amount": 639.79}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
560	660	790.58	EUR	2024-05-11	2024-05-21	[{"code": "BASE", "amount": 375.08}, {"code": "TUG", "amount": 415.5}]
561	661	1643.47	EUR	2024-05-09	2024-05-18	[{"code": "BASE", "amount": 1037.97}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
562	662	900.57	USD	2024-05-11	\N	[{"code": "BASE", "amount": 485.07}, {"code": "TUG", "amount": 415.5}]
563	664	1771.97	EUR	2024-05-17	2024-06-04	[{"code": "BASE", "amount": 1166.47}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
564	665	549.45	EUR	2024-05-18	2024-06-11	[{"code": "BASE", "amount": 359.45}, {"code": "NIGHT", "amount": 190.0}]
565	666	517.46	EUR	2024-05-13	2024-06-18	[{"code": "BASE", "amount": 327.46}, {"code": "NIGHT", "amount": 190.0}]
566	667	855.74	EUR	2024-05-12	2024-06-05	[{"code": "BASE", "amount": 440.24}, {"code": "TUG", "amount": 415.5}]
567	669	1697.39	USD	2024-05-20	2024-05-28	[{"code": "BASE", "amount": 1091.89}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
568	671	730.58	USD	2024-05-16	\N	[{"code": "BASE", "amount": 375.08}, {"code": "TUG", "amount": 415.5}, {"code": "DISCOUNT", "amount": -60.0}]
569	672	1270.51	USD	2024-05-21	2024-06-08	[{"code": "BASE", "amount": 665.01}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
570	674	1055.29	USD	2024-05-19	2024-06-02	[{"code": "BASE", "amount": 639.79}, {"code": "TUG", "amount": 415.5}]
571	675	1423.29	EUR	2024-05-19	2024-05-23	[{"code": "BASE", "amount": 402.29}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
572	676	2048.73	EUR	2024-05-16	2024-06-20	[{"code": "BASE", "amount": 1217.73}, {"code": "TUG", "amount": 831.0}]
573	678	528.84	USD	2024-05-22	\N	[{"code": "BASE", "amount": 338.84}, {"code": "NIGHT", "amount": 190.0}]
574	680	1264.24	EUR	2024-05-21	2024-05-25	[{"code": "BASE", "amount": 848.74}, {"code": "TUG", "amount": 415.5}]
575	681	549.45	USD	2024-05-20	2024-06-17	[{"code": "BASE", "amount": 359.45}, {"code": "NIGHT", "amount": 190.0}]
576	683	1868.97	EUR	2024-05-18	2024-06-03	[{"code": "BASE", "amount": 1037.97}, {"code": "TUG", "amount": 831.0}]
577	684	899.23	USD	2024-05-19	2024-06-01	[{"code": "BASE", "amount": 483.73}, {"code": "TUG", "amount": 415.5}]
578	685	1616.37	EUR	2024-05-20	2024-06-15	[{"code": "BASE", "amount": 785.37}, {"code": "TUG", "amount": 831.0}]
579	686	806.21	USD	2024-05-27	2024-06-15	[{"code": "BASE", "amount": 390.71}, {"code": "TUG", "amount": 415.5}]
580	687	973.51	EUR	2024-05-26	\N	[{"code": "BASE", "amount": 558.01}, {"code": "TUG", "amount": 415.5}]
581	688	1270.51	EUR	2024-05-29	2024-06-17	[{"code": "BASE", "amount": 665.01}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
582	689	814.32	EUR	2024-05-29	2024-06-01	[{"code": "BASE", "amount": 398.82}, {"code": "TUG", "amount": 415.5}]
583	690	952.37	USD	2024-05-28	\N	[{"code": "BASE", "amount": 536.87}, {"code": "TUG", "amount": 415.5}]
584	691	1447.39	EUR	2024-05-27	2024-06-01	[{"code": "BASE", "amount": 1091.89}, {"code": "TUG", "amount": 415.5}, {"code": "DISCOUNT", "amount": -60.0}]
585	692	1019.62	EUR	2024-05-28	2024-06-10	[{"code": "BASE", "amount": 664.12}, {"code": "TUG", "amount": 415.5}, {"code": "DISCOUNT", "amount": -60.0}]
586	693	1229.82	EUR	2024-05-28	\N	[{"code": "BASE", "amount": 398.82}, {"code": "TUG", "amount": 831.0}]
587	694	1453.47	EUR	2024-05-25	\N	[{"code": "BASE", "amount": 1037.97}, {"code": "TUG", "amount": 415.5}]
588	695	1787.20	EUR	2024-05-27	2024-05-31	[{"code": "BASE", "amount": 350.7}, {"code": "TUG", "amount": 1246.5}, {"code": "NIGHT", "amount": 190.0}]
589	696	391.67	EUR	2024-05-26	\N	[{"code": "BASE", "amount": 391.67}]
590	697	1228.15	EUR	2024-05-27	2024-06-14	[{"code": "BASE", "amount": 397.15}, {"code": "TUG", "amount": 831.0}]
591	698	1163.51	EUR	2024-06-04	\N	[{"code": "BASE", "amount": 558.01}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
592	699	1004.54	USD	2024-05-28	\N	[{"code": "BASE", "amount": 589.04}, {"code": "TUG", "amount": 415.5}]
593	700	868.71	EUR	2024-06-05	2024-06-16	[{"code": "BASE", "amount": 453.21}, {"code": "TUG", "amount": 415.5}]
594	701	1230.36	USD	2024-05-31	2024-06-28	[{"code": "BASE", "amount": 814.86}, {"code": "TUG", "amount": 415.5}]
595	702	1922.93	EUR	2024-05-31	2024-06-20	[{"code": "BASE", "amount": 1091.93}, {"code": "TUG", "amount": 831.0}]
596	703	1561.60	EUR	2024-06-01	\N	[{"code": "BASE", "amount": 540.6}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
597	705	1701.62	USD	2024-06-05	2024-06-17	[{"code": "BASE", "amount": 455.12}, {"code": "TUG", "amount": 1246.5}]
598	706	1889.40	EUR	2024-06-07	2024-06-16	[{"code": "BASE", "amount": 868.4}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
599	707	327.46	USD	2024-06-07	\N	[{"code": "BASE", "amount": 327.46}]
600	708	1206.08	EUR	2024-06-08	\N	[{"code": "BASE", "amount": 375.08}, {"code": "TUG", "amount": 831.0}]
601	709	1891.39	USD	2024-06-07	2024-06-15	[{"code": "BASE", "amount": 1060.39}, {"code": "TUG", "amount": 831.0}]
602	710	1338.73	EUR	2024-06-07	2024-06-27	[{"code": "BASE", "amount": 733.23}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
603	711	1367.87	EUR	2024-06-08	2024-06-26	[{"code": "BASE", "amount": 536.87}, {"code": "TUG", "amount": 831.0}]
604	712	868.57	EUR	2024-06-08	\N	[{"code": "BASE", "amount": 453.07}, {"code": "TUG", "amount": 415.5}]
605	713	1928.65	USD	2024-06-05	\N	[{"code": "BASE", "amount": 1513.15}, {"code": "TUG", "amount": 415.5}]
606	714	1788.64	EUR	2024-06-10	2024-06-23	[{"code": "BASE", "amount": 542.14}, {"code": "TUG", "amount": 1246.5}]
607	715	980.58	EUR	2024-06-11	\N	[{"code": "BASE", "amount": 375.08}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
608	716	1588.40	EUR	2024-06-11	\N	[{"code": "BASE", "amount": 757.4}, {"code": "TUG", "amount": 831.0}]
609	717	391.67	USD	2024-06-12	2024-06-27	[{"code": "BASE", "amount": 391.67}]
610	718	870.62	EUR	2024-06-08	2024-06-13	[{"code": "BASE", "amount": 455.12}, {"code": "TUG", "amount": 415.5}]
611	720	1420.09	EUR	2024-06-14	\N	[{"code": "BASE", "amount": 1004.59}, {"code": "TUG", "amount": 415.5}]
612	721	1492.39	USD	2024-06-14	2024-06-27	[{"code": "BASE", "amount": 661.39}, {"code": "TUG", "amount": 831.0}]
613	722	549.45	EUR	2024-06-11	2024-06-26	[{"code": "BASE", "amount": 359.45}, {"code": "NIGHT", "amount": 190.0}]
614	723	1507.43	EUR	2024-06-08	\N	[{"code": "BASE", "amount": 1091.93}, {"code": "TUG", "amount": 415.5}]
615	724	1496.01	EUR	2024-06-11	\N	[{"code": "BASE", "amount": 665.01}, {"code": "TUG", "amount": 831.0}]
616	725	359.45	EUR	2024-06-11	\N	[{"code": "BASE", "amount": 359.45}]
617	726	1350.67	USD	2024-06-12	2024-06-29	[{"code": "BASE", "amount": 519.67}, {"code": "TUG", "amount": 831.0}]
618	727	1474.21	EUR	2024-06-14	\N	[{"code": "BASE", "amount": 453.21}, {"code": "TUG", "amount": 831.0}, {"code": "NIGHT", "amount": 190.0}]
619	728	374.02	USD	2024-06-12	\N	[{"code": "BASE", "amount": 374.02}]
620	729	1699.40	EUR	2024-06-13	\N	[{"code": "BASE", "amount": 868.4}, {"code": "TUG", "amount": 831.0}]
621	730	1146.10	EUR	2024-06-17	\N	[{"code": "BASE", "amount": 540.6}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
622	731	1787.10	USD	2024-06-19	\N	[{"code": "BASE", "amount": 540.6}, {"code": "TUG", "amount": 1246.5}]
623	732	813.24	USD	2024-06-14	\N	[{"code": "BASE", "amount": 397.74}, {"code": "TUG", "amount": 415.5}]
624	733	1228.15	USD	2024-06-20	\N	[{"code": "BASE", "amount": 397.15}, {"code": "TUG", "amount": 831.0}]
625	734	1420.09	USD	2024-06-16	\N	[{"code": "BASE", "amount": 1004.59}, {"code": "TUG", "amount": 415.5}]
626	736	1699.40	EUR	2024-06-21	\N	[{"code": "BASE", "amount": 868.4}, {"code": "TUG", "amount": 831.0}]
627	737	1088.73	EUR	2024-06-15	2024-06-29	[{"code": "BASE", "amount": 733.23}, {"code": "TUG", "amount": 415.5}, {"code": "DISCOUNT", "amount": -60.0}]
628	738	964.41	EUR	2024-06-16	\N	[{"code": "BASE", "amount": 548.91}, {"code": "TUG", "amount": 415.5}]
629	739	1685.22	USD	2024-06-18	\N	[{"code": "BASE", "amount": 854.22}, {"code": "TUG", "amount": 831.0}]
630	740	1938.47	EUR	2024-06-20	2024-06-23	[{"code": "BASE", "amount": 691.97}, {"code": "TUG", "amount": 1246.5}]
631	744	2344.15	EUR	2024-06-20	\N	[{"code": "BASE", "amount": 1513.15}, {"code": "TUG", "amount": 831.0}]
632	745	814.32	USD	2024-06-21	\N	[{"code": "BASE", "amount": 398.82}, {"code": "TUG", "amount": 415.5}]
633	746	1200.87	USD	2024-06-21	\N	[{"code": "BASE", "amount": 785.37}, {"code": "TUG", "amount": 415.5}]
634	747	545.45	EUR	2024-06-27	\N	[{"code": "BASE", "amount": 355.45}, {"code": "NIGHT", "amount": 190.0}]
635	748	1453.47	USD	2024-06-27	2024-06-30	[{"code": "BASE", "amount": 1037.97}, {"code": "TUG", "amount": 415.5}]
636	749	1282.16	USD	2024-06-28	\N	[{"code": "BASE", "amount": 866.66}, {"code": "TUG", "amount": 415.5}]
637	752	564.02	USD	2024-06-29	\N	[{"code": "BASE", "amount": 374.02}, {"code": "NIGHT", "amount": 190.0}]
638	753	1643.47	USD	2024-06-27	\N	[{"code": "BASE", "amount": 1037.97}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
639	754	1835.54	USD	2024-06-24	\N	[{"code": "BASE", "amount": 589.04}, {"code": "TUG", "amount": 1246.5}]
640	755	1319.90	USD	2024-06-27	\N	[{"code": "BASE", "amount": 714.4}, {"code": "TUG", "amount": 415.5}, {"code": "NIGHT", "amount": 190.0}]
641	757	1685.22	EUR	2024-06-29	\N	[{"code": "BASE", "amount": 854.22}, {"code": "TUG", "amount": 831.0}]
642	758	1260.97	USD	2024-07-02	\N	[{"code": "BASE", "amount": 429.97}, {"code": "TUG", "amount": 831.0}]
643	759	1228.74	EUR	2024-06-30	\N	[{"code": "BASE", "amount": 397.74}, {"code": "TUG", "amount": 831.0}]
644	760	545.45	EUR	2024-06-26	\N	[{"code": "BASE", "amount": 355.45}, {"code": "NIGHT", "amount": 190.0}]
645	761	952.37	EUR	2024-06-28	\N	[{"code": "BASE", "amount": 536.87}, {"code": "TUG", "amount": 415.5}]
\.
-- dump complete
