-- Seed bank: made up for auto-harness, MIT licence. Loaded by psql.
SET client_encoding = 'UTF8';

CREATE TABLE taxa (
    taxon_id integer PRIMARY KEY,
    scientific_name text NOT NULL UNIQUE,
    family text NOT NULL,
    growth_form text NOT NULL,
    threat_status text,
    storage_behaviour text NOT NULL
);
CREATE TABLE vault_units (
    unit_id integer PRIMARY KEY,
    label text NOT NULL UNIQUE,
    chamber text NOT NULL,
    target_temp_c numeric(5,1) NOT NULL,
    sensor_log jsonb NOT NULL
);
CREATE TABLE accessions (
    accession_id text PRIMARY KEY,
    taxon_id integer NOT NULL REFERENCES taxa (taxon_id),
    unit_id integer REFERENCES vault_units (unit_id),
    collected_on date NOT NULL,
    received_on date NOT NULL,
    country text NOT NULL,
    altitude_m integer,
    seed_count integer NOT NULL,
    thousand_seed_mass_g numeric(8,3) NOT NULL,
    provenance jsonb NOT NULL
);
CREATE TABLE germination_tests (
    test_id integer PRIMARY KEY,
    accession_id text NOT NULL REFERENCES accessions (accession_id),
    tested_on date NOT NULL,
    sown integer NOT NULL,
    germinated integer NOT NULL,
    empty_seeds integer NOT NULL,
    protocol jsonb NOT NULL
);
CREATE TABLE withdrawals (
    withdrawal_id integer PRIMARY KEY,
    accession_id text NOT NULL REFERENCES accessions (accession_id),
    requested_by text NOT NULL,
    institute_kind text NOT NULL,
    purpose text NOT NULL,
    seeds integer NOT NULL,
    shipped_on date,
    status text NOT NULL
);

COPY taxa (taxon_id, scientific_name, family, growth_form, threat_status, storage_behaviour) FROM stdin;
1	Astragalus saxatilis	Fabaceae	perennial	LC	orthodox
2	Astragalus palustris	Fabaceae	perennial	EN	orthodox
3	Astragalus collina	Fabaceae	perennial	LC	orthodox
4	Astragalus fragilis	Fabaceae	annual	LC	orthodox
5	Lathyrus glauca	Fabaceae	perennial	VU	orthodox
6	Lathyrus fragilis	Fabaceae	perennial	LC	orthodox
7	Lathyrus palustris	Fabaceae	shrub	LC	orthodox
8	Lathyrus borealis	Fabaceae	perennial	VU	orthodox
9	Vicia maritima	Fabaceae	perennial	LC	orthodox
10	Vicia insularis	Fabaceae	perennial	LC	orthodox
11	Vicia lanata	Fabaceae	annual	NT	orthodox
12	Vicia dubia	Fabaceae	perennial	NT	orthodox
13	Festuca borealis	Poaceae	perennial	VU	orthodox
14	Festuca palustris	Poaceae	perennial	LC	orthodox
15	Festuca orientalis	Poaceae	perennial	LC	orthodox
16	Festuca nitida	Poaceae	perennial	LC	orthodox
17	Bromus alpina	Poaceae	perennial	EN	orthodox
18	Bromus saxatilis	Poaceae	perennial	LC	orthodox
19	Bromus lanata	Poaceae	perennial	VU	orthodox
20	Bromus nitida	Poaceae	perennial	LC	orthodox
21	Stipa orientalis	Poaceae	perennial	VU	orthodox
22	Stipa nitida	Poaceae	perennial	LC	orthodox
23	Stipa insularis	Poaceae	perennial	VU	orthodox
24	Stipa borealis	Poaceae	perennial	LC	orthodox
25	Centaurea saxatilis	Asteraceae	perennial	VU	orthodox
26	Centaurea tenuis	Asteraceae	perennial	LC	intermediate
27	Centaurea collina	Asteraceae	perennial	LC	intermediate
28	Centaurea alpina	Asteraceae	annual	VU	orthodox
29	Inula fragilis	Asteraceae	perennial	VU	orthodox
30	Inula verna	Asteraceae	perennial	VU	orthodox
31	Inula tenuis	Asteraceae	annual	VU	orthodox
32	Inula rupestris	Asteraceae	shrub	LC	orthodox
33	Salvia nitida	Lamiaceae	perennial	VU	orthodox
34	Salvia borealis	Lamiaceae	shrub	NT	orthodox
35	Salvia umbrosa	Lamiaceae	annual	VU	orthodox
36	Salvia dubia	Lamiaceae	perennial	LC	orthodox
37	Stachys insularis	Lamiaceae	perennial	LC	orthodox
38	Stachys verna	Lamiaceae	perennial	LC	orthodox
39	Stachys maritima	Lamiaceae	perennial	LC	orthodox
40	Stachys hirta	Lamiaceae	annual	EN	orthodox
41	Potentilla nitida	Rosaceae	annual	LC	orthodox
42	Potentilla verna	Rosaceae	annual	\N	orthodox
43	Potentilla glauca	Rosaceae	perennial	LC	orthodox
44	Potentilla insularis	Rosaceae	annual	EN	orthodox
45	Sorbus hirta	Rosaceae	shrub	LC	orthodox
46	Sorbus saxatilis	Rosaceae	perennial	CR	intermediate
47	Sorbus rupestris	Rosaceae	shrub	CR	intermediate
48	Sorbus tenuis	Rosaceae	shrub	LC	orthodox
49	Quercus fragilis	Fagaceae	tree	EN	recalcitrant
50	Quercus alpina	Fagaceae	tree	VU	recalcitrant
51	Quercus palustris	Fagaceae	tree	LC	recalcitrant
52	Quercus umbrosa	Fagaceae	tree	CR	recalcitrant
53	Ferula saxatilis	Apiaceae	perennial	VU	orthodox
54	Ferula palustris	Apiaceae	perennial	VU	orthodox
55	Ferula fragilis	Apiaceae	shrub	NT	orthodox
56	Ferula insularis	Apiaceae	annual	VU	orthodox
57	Seseli insularis	Apiaceae	shrub	VU	orthodox
58	Seseli nitida	Apiaceae	perennial	LC	orthodox
59	Seseli tenuis	Apiaceae	perennial	LC	orthodox
60	Seseli maritima	Apiaceae	perennial	\N	orthodox
61	Campanula palustris	Campanulaceae	shrub	VU	orthodox
62	Campanula verna	Campanulaceae	annual	LC	orthodox
63	Campanula insularis	Campanulaceae	perennial	LC	orthodox
64	Campanula collina	Campanulaceae	shrub	LC	orthodox
\.

COPY vault_units (unit_id, label, chamber, target_temp_c, sensor_log) FROM stdin;
1	A-01	A	-20.0	{"readings": {"mean_c": -20.2, "max_c": -16.7, "rh_pct": 16}, "alarms": [], "backup": true}
2	A-02	A	4.0	{"readings": {"mean_c": 6.7, "max_c": 8.8, "rh_pct": 14}, "alarms": [{"at": "2024-02-27", "kind": "door"}, {"at": "2024-06-26", "kind": "power"}], "backup": true}
3	A-03	A	-20.0	{"readings": {"mean_c": -16.7, "max_c": -13.5, "rh_pct": 14}, "alarms": [{"at": "2024-01-07", "kind": "door"}], "backup": false}
4	A-04	A	-18.0	{"readings": {"mean_c": -15.6, "max_c": -15.0, "rh_pct": 15}, "alarms": [{"at": "2024-05-26", "kind": "door"}], "backup": true}
5	A-05	A	4.0	{"readings": {"mean_c": 3.7, "max_c": 6.3, "rh_pct": 25}, "alarms": [], "backup": false}
6	A-06	A	4.0	{"readings": {"mean_c": 3.8, "max_c": 6.3, "rh_pct": 12}, "alarms": [{"at": "2024-03-20", "kind": "door"}, {"at": "2024-05-05", "kind": "door"}, {"at": "2024-05-31", "kind": "temp"}], "backup": false}
7	B-01	B	-18.0	{"readings": {"mean_c": -17.8, "max_c": -15.7, "rh_pct": 18}, "alarms": [{"at": "2024-03-09", "kind": "door"}, {"at": "2024-04-30", "kind": "power"}], "backup": true}
8	B-02	B	-20.0	{"readings": {"mean_c": -16.1, "max_c": -15.8, "rh_pct": 14}, "alarms": [{"at": "2024-01-26", "kind": "door"}], "backup": true}
9	B-03	B	4.0	{"readings": {"mean_c": 2.9, "max_c": 4.9, "rh_pct": 25}, "alarms": [], "backup": false}
10	B-04	B	-20.0	{"readings": {"mean_c": -16.5, "max_c": -15.3, "rh_pct": 12}, "alarms": [{"at": "2024-01-09", "kind": "temp"}, {"at": "2024-05-13", "kind": "door"}], "backup": false}
11	B-05	B	-18.0	{"readings": {"mean_c": -18.2, "max_c": -14.5, "rh_pct": 17}, "alarms": [{"at": "2024-02-03", "kind": "door"}, {"at": "2024-03-27", "kind": "door"}], "backup": true}
12	B-06	B	4.0	{"readings": {"mean_c": 5.5, "max_c": 9.4, "rh_pct": 25}, "alarms": [{"at": "2024-02-29", "kind": "door"}], "backup": false}
13	C-01	C	4.0	{"readings": {"mean_c": 7.9, "max_c": 10.9, "rh_pct": 22}, "alarms": [], "backup": false}
14	C-02	C	-20.0	{"readings": {"mean_c": -19.0, "max_c": -15.2, "rh_pct": 19}, "alarms": [{"at": "2024-05-10", "kind": "door"}, {"at": "2024-05-17", "kind": "power"}], "backup": true}
15	C-03	C	-20.0	{"readings": {"mean_c": -18.8, "max_c": -17.9, "rh_pct": 17}, "alarms": [{"at": "2024-04-26", "kind": "temp"}], "backup": false}
16	C-04	C	-18.0	{"readings": {"mean_c": -17.6, "max_c": -16.5, "rh_pct": 14}, "alarms": [], "backup": false}
17	C-05	C	-20.0	{"readings": {"mean_c": -20.9, "max_c": -16.9, "rh_pct": 18}, "alarms": [{"at": "2024-05-04", "kind": "temp"}, {"at": "2024-06-17", "kind": "power"}], "backup": true}
18	C-06	C	-20.0	{"readings": {"mean_c": -19.4, "max_c": -17.0, "rh_pct": 16}, "alarms": [], "backup": false}
19	D-01	D	-20.0	{"readings": {"mean_c": -17.3, "max_c": -16.8, "rh_pct": 15}, "alarms": [{"at": "2024-01-16", "kind": "power"}], "backup": true}
20	D-02	D	4.0	{"readings": {"mean_c": 6.9, "max_c": 9.0, "rh_pct": 25}, "alarms": [], "backup": false}
21	D-03	D	4.0	{"readings": {"mean_c": 3.2, "max_c": 4.9, "rh_pct": 14}, "alarms": [], "backup": false}
22	D-04	D	4.0	{"readings": {"mean_c": 2.9, "max_c": 4.3, "rh_pct": 17}, "alarms": [{"at": "2024-03-25", "kind": "door"}], "backup": false}
23	D-05	D	-20.0	{"readings": {"mean_c": -19.1, "max_c": -17.5, "rh_pct": 16}, "alarms": [{"at": "2024-05-18", "kind": "power"}, {"at": "2024-05-29", "kind": "door"}], "backup": false}
24	D-06	D	-18.0	{"readings": {"mean_c": -18.2, "max_c": -16.7, "rh_pct": 19}, "alarms": [], "backup": true}
\.

COPY accessions (accession_id, taxon_id, unit_id, collected_on, received_on, country, altitude_m, seed_count, thousand_seed_mass_g, provenance) FROM stdin;
SB-2016-0001	64	22	2016-04-13	2016-09-12	Kyrgyzstan	\N	5733	4.78	{"habitat": "meadow", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P295", "P154"]}
SB-2023-0002	13	\N	2023-06-25	2023-10-11	Kyrgyzstan	\N	15185	4.267	{"habitat": "steppe", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P793"]}
SB-2015-0003	41	22	2015-01-25	2015-02-13	Turkey	373	586	0.218	{"habitat": "oak forest", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P484"]}
SB-2019-0004	21	5	2019-09-15	2019-09-25	Armenia	\N	5799	0.314	{"habitat": "meadow", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P951"]}
SB-2011-0005	39	\N	2011-10-12	2011-12-16	Spain	\N	3004	14.403	{"habitat": "coastal dune", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P519"]}
SB-2011-0006	43	5	2011-05-16	2011-06-09	Spain	1961	242	19.006	{"habitat": "meadow", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P726"]}
SB-2020-0007	42	11	2020-07-28	2020-08-03	Turkey	1260	10428	45.748	{"habitat": "steppe", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P401"]}
SB-2019-0008	15	19	2019-09-22	2020-01-17	Spain	2613	4856	23.111	{"habitat": "steppe", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P349", "P416"]}
SB-2014-0009	9	18	2014-08-05	2014-08-11	Georgia	1869	376	0.083	{"habitat": "scree", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P247"]}
SB-2019-0010	48	18	2019-12-01	2019-12-09	Turkey	235	7865	0.075	{"habitat": "steppe", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": []}
SB-2008-0011	1	22	2008-06-17	2008-09-06	Kyrgyzstan	1290	3363	41.423	{"habitat": "steppe", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P579", "P170"]}
SB-2013-0012	22	17	2013-09-18	2013-09-28	Portugal	2283	498	0.435	{"habitat": "meadow", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": []}
SB-2008-0013	42	19	2008-04-21	2008-05-13	Kyrgyzstan	51	458	1.438	{"habitat": "coastal dune", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": []}
SB-2010-0014	1	7	2010-11-10	2011-01-03	Spain	2179	2869	34.463	{"habitat": "coastal dune", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P639", "P402"]}
SB-2014-0015	2	9	2014-05-03	2014-05-26	Georgia	2182	521	0.102	{"habitat": "meadow", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P180"]}
SB-2019-0016	38	\N	2019-11-03	2019-11-09	Portugal	2553	10256	0.566	{"habitat": "steppe", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": []}
SB-2013-0017	53	21	2013-09-02	2013-11-14	Georgia	495	896	1.998	{"habitat": "coastal dune", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": []}
SB-2017-0018	4	17	2017-04-17	2017-08-03	Kyrgyzstan	2875	2308	7.03	{"habitat": "steppe", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P779", "P756"]}
SB-2022-0019	55	21	2022-01-31	2022-02-14	Georgia	391	178	6.587	{"habitat": "meadow", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": []}
SB-2009-0020	43	20	2009-04-16	2009-04-29	Portugal	493	553	2.954	{"habitat": "meadow", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P495", "P642"]}
SB-2019-0021	12	3	2019-05-26	2019-08-04	Spain	1890	4243	0.165	{"habitat": "steppe", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": []}
SB-2011-0022	58	20	2011-10-24	2011-11-03	Norway	539	5476	4.028	{"habitat": "oak forest", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P782", "P940"]}
SB-2015-0023	13	1	2015-09-22	2015-10-06	Turkey	1326	2367	29.369	{"habitat": "oak forest", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P554"]}
SB-2017-0024	62	1	2017-02-09	2017-02-26	Armenia	215	338	0.133	{"habitat": "oak forest", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P473"]}
SB-2018-0025	52	12	2018-03-01	2018-07-03	Georgia	1116	821	0.148	{"habitat": "meadow", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P461"]}
SB-2018-0026	42	5	2018-05-13	2018-10-12	Armenia	744	5015	0.094	{"habitat": "scree", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P608", "P834"]}
SB-2022-0027	20	7	2022-12-30	2023-01-04	Portugal	85	19489	8.712	{"habitat": "steppe", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P833"]}
SB-2020-0028	28	17	2020-09-13	2020-09-22	Spain	191	7205	76.778	{"habitat": "meadow", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P730"]}
SB-2020-0029	28	18	2020-07-12	2020-07-17	Armenia	1405	10790	0.276	{"habitat": "meadow", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P431"]}
SB-2018-0030	5	14	2018-04-26	2018-09-01	Portugal	\N	5022	5.242	{"habitat": "meadow", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P794"]}
SB-2019-0031	3	4	2019-09-25	2020-01-03	Spain	1293	294	0.145	{"habitat": "coastal dune", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P645", "P923"]}
SB-2017-0032	42	21	2017-07-07	2017-07-12	Norway	77	17679	3.09	{"habitat": "meadow", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P253"]}
SB-2022-0033	59	23	2022-07-29	2022-11-26	Georgia	1971	4403	3.999	{"habitat": "steppe", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": []}
SB-2016-0034	52	19	2016-05-09	2016-05-31	Kyrgyzstan	126	14485	0.112	{"habitat": "steppe", "collector": {"name": "T. Kaya", "institute": null}, "permits": []}
SB-2021-0035	61	4	2021-03-10	2021-07-28	Armenia	853	823	0.245	{"habitat": "scree", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P278", "P638"]}
SB-2010-0036	62	6	2010-11-15	2010-11-20	Georgia	241	3829	0.161	{"habitat": "steppe", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P461", "P325"]}
SB-2011-0037	17	\N	2011-09-28	2011-10-19	Portugal	2378	3223	0.155	{"habitat": "oak forest", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P392"]}
SB-2023-0038	22	16	2023-03-19	2023-04-02	Portugal	822	670	7.139	{"habitat": "scree", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P707", "P373"]}
SB-2011-0039	40	24	2011-01-02	2011-01-05	Spain	542	1347	0.096	{"habitat": "oak forest", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P325"]}
SB-2010-0040	1	12	2010-05-06	2010-05-28	Portugal	976	311	26.912	{"habitat": "meadow", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P281", "P794"]}
SB-2021-0041	26	10	2021-01-11	2021-01-24	Georgia	\N	731	11.08	{"habitat": "meadow", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P320", "P658"]}
SB-2016-0042	2	3	2016-10-06	2016-12-06	Portugal	2112	5216	4.035	{"habitat": "steppe", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P322"]}
SB-2010-0043	8	\N	2010-02-24	2010-03-09	Kyrgyzstan	89	2359	0.227	{"habitat": "coastal dune", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": []}
SB-2021-0044	42	\N	2021-06-06	2021-10-09	Kyrgyzstan	\N	845	0.449	{"habitat": "meadow", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P120"]}
SB-2014-0045	32	1	2014-09-07	2015-01-29	Kyrgyzstan	1978	2844	0.512	{"habitat": "meadow", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P138"]}
SB-2013-0046	43	8	2013-06-12	2013-06-16	Norway	2173	304	2.481	{"habitat": "oak forest", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P622", "P483"]}
SB-2020-0047	57	15	2020-03-02	2020-03-26	Turkey	110	4914	0.107	{"habitat": "oak forest", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": []}
SB-2022-0048	18	5	2022-03-31	2022-04-06	Spain	197	6913	0.401	{"habitat": "scree", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": []}
SB-2016-0049	45	21	2016-06-09	2016-09-17	Armenia	2497	11133	13.334	{"habitat": "steppe", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": []}
SB-2020-0050	24	24	2020-03-19	2020-03-31	Georgia	434	12497	3.401	{"habitat": "meadow", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P328"]}
SB-2019-0051	3	6	2019-09-25	2019-10-15	Georgia	467	514	8.229	{"habitat": "meadow", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P274"]}
SB-2018-0052	56	21	2018-09-30	2018-10-23	Kyrgyzstan	2179	4179	53.209	{"habitat": "oak forest", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": []}
SB-2019-0053	46	24	2019-02-09	2019-02-13	Turkey	\N	3075	0.831	{"habitat": "meadow", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P732", "P513"]}
SB-2016-0054	38	12	2016-09-17	2016-12-05	Kyrgyzstan	2017	19082	1.002	{"habitat": "coastal dune", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P717", "P604"]}
SB-2017-0055	43	8	2017-03-17	2017-03-28	Armenia	296	1141	0.927	{"habitat": "oak forest", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P538"]}
SB-2014-0056	16	13	2014-04-24	2014-09-02	Norway	73	6421	4.923	{"habitat": "meadow", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": []}
SB-2013-0057	41	2	2013-02-19	2013-07-12	Portugal	\N	11484	26.261	{"habitat": "meadow", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P545"]}
SB-2017-0058	61	16	2017-03-26	2017-04-04	Portugal	2634	11699	38.69	{"habitat": "scree", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P181", "P355"]}
SB-2013-0059	45	20	2013-06-01	2013-06-09	Turkey	2010	259	0.267	{"habitat": "scree", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": []}
SB-2015-0060	7	1	2015-10-26	2016-03-17	Turkey	\N	2173	12.862	{"habitat": "steppe", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P872"]}
SB-2017-0061	46	21	2017-07-05	2017-07-15	Kyrgyzstan	506	287	0.162	{"habitat": "oak forest", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": []}
SB-2016-0062	40	10	2016-12-19	2016-12-24	Portugal	1854	5924	2.5	{"habitat": "meadow", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P311", "P772"]}
SB-2023-0063	28	7	2023-01-22	2023-02-07	Georgia	2028	2739	22.244	{"habitat": "coastal dune", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P412"]}
SB-2020-0064	56	6	2020-04-15	2020-08-30	Portugal	2758	5906	1.569	{"habitat": "coastal dune", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P579"]}
SB-2018-0065	5	14	2018-11-16	2019-01-13	Turkey	\N	5502	45.237	{"habitat": "oak forest", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": []}
SB-2020-0066	19	15	2020-05-08	2020-05-26	Norway	2421	559	0.202	{"habitat": "meadow", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P533"]}
SB-2009-0067	50	5	2009-04-28	2009-05-14	Portugal	\N	14166	0.321	{"habitat": "scree", "collector": {"name": "T. Kaya", "institute": null}, "permits": []}
SB-2022-0068	51	19	2022-05-27	2022-06-04	Norway	485	584	0.803	{"habitat": "oak forest", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": []}
SB-2019-0069	48	8	2019-11-24	2020-02-20	Turkey	2882	4475	0.154	{"habitat": "oak forest", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P944"]}
SB-2016-0070	51	4	2016-06-27	2016-06-30	Armenia	\N	528	7.205	{"habitat": "scree", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P225"]}
SB-2013-0071	9	17	2013-12-11	2014-05-04	Spain	920	5355	0.379	{"habitat": "oak forest", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P540"]}
SB-2013-0072	42	12	2013-01-27	2013-02-13	Spain	2176	2799	0.323	{"habitat": "steppe", "collector": {"name": "T. Kaya", "institute": null}, "permits": []}
SB-2023-0073	7	14	2023-02-18	2023-05-09	Kyrgyzstan	\N	9553	0.425	{"habitat": "meadow", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P160"]}
SB-2012-0074	60	18	2012-10-22	2013-03-21	Norway	1107	4847	0.08	{"habitat": "scree", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P933"]}
SB-2019-0075	21	3	2019-05-29	2019-08-20	Turkey	1577	5133	0.625	{"habitat": "scree", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P828"]}
SB-2011-0076	16	18	2011-04-09	2011-09-13	Georgia	768	3417	46.716	{"habitat": "meadow", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P560", "P488"]}
SB-2016-0077	34	24	2016-08-09	2016-08-23	Kyrgyzstan	664	4585	16.916	{"habitat": "steppe", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": []}
SB-2018-0078	7	5	2018-03-28	2018-06-12	Norway	238	1752	37.408	{"habitat": "oak forest", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": []}
SB-2014-0079	7	19	2014-07-28	2014-08-02	Portugal	1920	17990	10.454	{"habitat": "scree", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P164"]}
SB-2022-0080	34	19	2022-03-13	2022-03-27	Spain	1710	5332	58.491	{"habitat": "steppe", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": []}
SB-2013-0081	55	3	2013-05-22	2013-06-10	Portugal	1326	504	0.275	{"habitat": "oak forest", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P634"]}
SB-2014-0082	58	4	2014-12-22	2015-01-04	Georgia	2602	691	0.132	{"habitat": "oak forest", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": []}
SB-2013-0083	15	20	2013-05-21	2013-06-07	Portugal	837	12020	0.083	{"habitat": "steppe", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P119", "P916"]}
SB-2017-0084	35	17	2017-12-03	2017-12-06	Spain	1203	3316	0.27	{"habitat": "steppe", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P133", "P858"]}
SB-2011-0085	1	24	2011-02-05	2011-02-10	Norway	263	265	15.857	{"habitat": "oak forest", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P442", "P126"]}
SB-2016-0086	62	23	2016-03-22	2016-03-31	Georgia	\N	5179	55.336	{"habitat": "scree", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P503"]}
SB-2011-0087	56	18	2011-11-14	2012-04-10	Spain	2494	2667	7.873	{"habitat": "coastal dune", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P232"]}
SB-2019-0088	7	17	2019-01-26	2019-02-03	Armenia	2687	9423	0.212	{"habitat": "meadow", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": []}
SB-2015-0089	4	12	2015-01-17	2015-04-15	Kyrgyzstan	2316	720	0.083	{"habitat": "oak forest", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P573"]}
SB-2008-0090	15	24	2008-07-08	2008-07-28	Portugal	2335	4546	4.402	{"habitat": "oak forest", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P104"]}
SB-2009-0091	56	\N	2009-10-02	2010-01-21	Armenia	2775	5166	8.797	{"habitat": "meadow", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P184", "P915"]}
SB-2011-0092	19	7	2011-11-06	2011-11-09	Norway	516	15556	9.426	{"habitat": "oak forest", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P671"]}
SB-2017-0093	47	8	2017-08-15	2017-10-14	Kyrgyzstan	1881	833	2.1	{"habitat": "meadow", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P202"]}
SB-2008-0094	46	3	2008-10-22	2008-11-04	Armenia	9	5143	2.483	{"habitat": "meadow", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P907", "P597"]}
SB-2013-0095	26	23	2013-04-13	2013-04-28	Spain	753	18558	0.151	{"habitat": "scree", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P710", "P772"]}
SB-2021-0096	61	14	2021-12-29	2022-05-29	Turkey	2359	10258	0.146	{"habitat": "scree", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P628"]}
SB-2008-0097	38	10	2008-09-26	2008-10-09	Norway	2376	7061	1.55	{"habitat": "oak forest", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P860", "P842"]}
SB-2018-0098	17	8	2018-01-01	2018-01-05	Turkey	\N	16161	64.335	{"habitat": "steppe", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P216"]}
SB-2019-0099	29	\N	2019-01-22	2019-01-28	Spain	1538	875	11.541	{"habitat": "oak forest", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P947"]}
SB-2012-0100	36	23	2012-02-29	2012-03-10	Kyrgyzstan	2412	170	4.111	{"habitat": "oak forest", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": []}
SB-2016-0101	13	19	2016-07-18	2016-10-24	Kyrgyzstan	2753	4499	3.194	{"habitat": "scree", "collector": {"name": "T. Kaya", "institute": null}, "permits": []}
SB-2018-0102	46	24	2018-04-24	2018-09-18	Armenia	1393	3756	51.08	{"habitat": "meadow", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P915"]}
SB-2019-0103	15	14	2019-03-05	2019-03-08	Portugal	688	6258	20.313	{"habitat": "coastal dune", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P146"]}
SB-2016-0104	50	12	2016-06-10	2016-06-21	Turkey	2254	4518	62.93	{"habitat": "steppe", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P777"]}
SB-2013-0105	28	23	2013-09-18	2014-01-07	Turkey	1929	3156	14.596	{"habitat": "scree", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P582", "P615"]}
SB-2020-0106	27	4	2020-09-26	2020-10-05	Portugal	2828	2007	18.531	{"habitat": "meadow", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P598", "P992"]}
SB-2021-0107	5	16	2021-06-09	2021-06-18	Georgia	739	601	5.678	{"habitat": "steppe", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P864"]}
SB-2015-0108	27	22	2015-03-03	2015-03-17	Armenia	2757	747	0.065	{"habitat": "steppe", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P368"]}
SB-2020-0109	51	2	2020-02-02	2020-02-09	Armenia	692	2345	0.122	{"habitat": "scree", "collector": {"name": "T. Kaya", "institute": null}, "permits": []}
SB-2021-0110	47	13	2021-10-15	2021-11-24	Norway	1594	3887	6.544	{"habitat": "steppe", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": []}
SB-2021-0111	47	\N	2021-12-03	2021-12-12	Turkey	1968	5674	0.127	{"habitat": "coastal dune", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P821", "P691"]}
SB-2009-0112	25	12	2009-05-03	2009-05-11	Georgia	2824	601	13.571	{"habitat": "coastal dune", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P227"]}
SB-2016-0113	6	24	2016-04-23	2016-09-21	Georgia	1058	8253	30.833	{"habitat": "coastal dune", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P720"]}
SB-2016-0114	61	10	2016-07-26	2016-11-25	Kyrgyzstan	585	1357	3.053	{"habitat": "scree", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P684"]}
SB-2009-0115	45	10	2009-01-30	2009-02-17	Armenia	465	447	0.468	{"habitat": "oak forest", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P288", "P818"]}
SB-2013-0116	5	12	2013-09-06	2013-09-27	Spain	1954	15961	4.964	{"habitat": "oak forest", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": []}
SB-2022-0117	3	21	2022-06-22	2022-07-06	Spain	394	3948	0.13	{"habitat": "meadow", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P935"]}
SB-2011-0118	59	14	2011-10-18	2011-11-02	Portugal	254	7009	3.045	{"habitat": "coastal dune", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P671"]}
SB-2021-0119	3	1	2021-02-22	2021-03-10	Spain	658	837	0.211	{"habitat": "scree", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": []}
SB-2012-0120	52	22	2012-11-21	2013-04-27	Turkey	347	820	40.487	{"habitat": "coastal dune", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P434"]}
SB-2011-0121	56	11	2011-01-03	2011-01-08	Turkey	578	615	12.989	{"habitat": "scree", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": []}
SB-2011-0122	59	2	2011-06-04	2011-06-23	Kyrgyzstan	\N	7531	1.58	{"habitat": "scree", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P372"]}
SB-2013-0123	25	15	2013-05-25	2013-06-05	Armenia	2197	514	0.207	{"habitat": "coastal dune", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P520"]}
SB-2015-0124	63	22	2015-01-28	2015-02-16	Portugal	276	7140	0.754	{"habitat": "meadow", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P647"]}
SB-2010-0125	32	15	2010-02-04	2010-02-12	Georgia	2221	12674	9.322	{"habitat": "oak forest", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P381"]}
SB-2023-0126	38	9	2023-07-04	2023-12-01	Turkey	1938	229	8.306	{"habitat": "scree", "collector": {"name": "T. Kaya", "institute": null}, "permits": []}
SB-2010-0127	60	5	2010-03-30	2010-04-05	Norway	1076	4458	30.11	{"habitat": "coastal dune", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P132"]}
SB-2011-0128	34	7	2011-04-14	2011-04-19	Portugal	1344	362	1.448	{"habitat": "scree", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P943"]}
SB-2021-0129	41	8	2021-09-03	2022-01-19	Armenia	2088	16419	0.085	{"habitat": "steppe", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P926"]}
SB-2015-0130	2	3	2015-01-14	2015-01-21	Georgia	1598	2476	0.27	{"habitat": "steppe", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P422", "P485"]}
SB-2012-0131	39	18	2012-05-01	2012-08-20	Spain	1817	394	0.152	{"habitat": "oak forest", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P943"]}
SB-2017-0132	29	6	2017-05-18	2017-05-21	Spain	2012	698	0.169	{"habitat": "meadow", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P455", "P857"]}
SB-2017-0133	8	17	2017-06-27	2017-07-08	Norway	1575	271	4.358	{"habitat": "steppe", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P482"]}
SB-2011-0134	42	21	2011-05-07	2011-05-13	Turkey	2075	2569	10.045	{"habitat": "coastal dune", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P886"]}
SB-2020-0135	35	24	2020-07-01	2020-07-22	Turkey	20	344	35.687	{"habitat": "steppe", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P554"]}
SB-2020-0136	46	24	2020-03-01	2020-03-12	Armenia	1354	10699	0.771	{"habitat": "coastal dune", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P859", "P823"]}
SB-2009-0137	29	12	2009-03-06	2009-03-10	Spain	494	534	41.553	{"habitat": "coastal dune", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P679"]}
SB-2013-0138	50	16	2013-08-26	2013-09-10	Kyrgyzstan	1286	594	0.079	{"habitat": "coastal dune", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P682"]}
SB-2017-0139	4	11	2017-02-06	2017-05-07	Portugal	106	558	0.193	{"habitat": "oak forest", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P104"]}
SB-2015-0140	43	8	2015-05-28	2015-06-17	Kyrgyzstan	2538	14941	36.918	{"habitat": "steppe", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P668"]}
SB-2015-0141	44	\N	2015-10-10	2015-10-26	Portugal	2553	2810	18.173	{"habitat": "scree", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P536"]}
SB-2011-0142	36	7	2011-11-04	2012-01-03	Norway	2728	632	0.294	{"habitat": "steppe", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P499"]}
SB-2009-0143	33	18	2009-03-16	2009-03-23	Norway	\N	575	0.093	{"habitat": "scree", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P447"]}
SB-2015-0144	27	18	2015-04-16	2015-04-25	Kyrgyzstan	1336	400	1.014	{"habitat": "oak forest", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P632"]}
SB-2021-0145	59	14	2021-10-03	2021-10-10	Portugal	2682	13300	2.616	{"habitat": "steppe", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P803"]}
SB-2020-0146	11	15	2020-04-18	2020-09-08	Kyrgyzstan	2722	765	0.253	{"habitat": "meadow", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": []}
SB-2017-0147	56	10	2017-04-26	2017-05-18	Norway	2740	1787	0.126	{"habitat": "steppe", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P140"]}
SB-2012-0148	26	7	2012-12-22	2013-01-15	Kyrgyzstan	1420	2780	0.097	{"habitat": "coastal dune", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P569"]}
SB-2012-0149	17	23	2012-09-24	2012-12-06	Turkey	2386	2620	7.654	{"habitat": "coastal dune", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P884"]}
SB-2014-0150	49	11	2014-08-11	2014-08-15	Portugal	\N	6907	1.341	{"habitat": "meadow", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P475", "P616"]}
SB-2012-0151	6	7	2012-04-24	2012-05-17	Georgia	2678	806	15.226	{"habitat": "steppe", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P306", "P755"]}
SB-2009-0152	55	\N	2009-08-21	2009-09-06	Portugal	111	8319	0.176	{"habitat": "oak forest", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P889"]}
SB-2009-0153	48	21	2009-01-06	2009-02-25	Kyrgyzstan	863	3377	1.881	{"habitat": "steppe", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P575"]}
SB-2023-0154	32	15	2023-05-10	2023-05-23	Kyrgyzstan	663	2462	14.068	{"habitat": "scree", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P173"]}
SB-2012-0155	64	22	2012-02-25	2012-03-20	Armenia	\N	4445	0.892	{"habitat": "steppe", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P292"]}
SB-2013-0156	18	16	2013-06-02	2013-08-21	Norway	354	557	6.728	{"habitat": "scree", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": []}
SB-2015-0157	8	21	2015-09-30	2015-10-24	Turkey	2473	17004	0.622	{"habitat": "meadow", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P795"]}
SB-2014-0158	46	1	2014-09-07	2014-09-20	Spain	1616	498	0.691	{"habitat": "scree", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P862", "P783"]}
SB-2017-0159	6	7	2017-06-06	2017-06-26	Turkey	2581	12375	29.834	{"habitat": "oak forest", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P593"]}
SB-2022-0160	5	17	2022-09-09	2023-01-25	Turkey	2065	812	16.984	{"habitat": "coastal dune", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": []}
SB-2009-0161	46	23	2009-10-18	2009-10-28	Georgia	2521	381	26.489	{"habitat": "steppe", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P721"]}
SB-2018-0162	8	19	2018-06-06	2018-09-30	Kyrgyzstan	1993	2833	0.227	{"habitat": "steppe", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P530", "P361"]}
SB-2014-0163	47	13	2014-12-28	2015-03-08	Portugal	\N	4338	0.577	{"habitat": "coastal dune", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P816"]}
SB-2016-0164	26	3	2016-01-28	2016-06-30	Turkey	2358	822	0.703	{"habitat": "coastal dune", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": []}
SB-2018-0165	14	11	2018-01-18	2018-03-01	Spain	687	3229	2.05	{"habitat": "steppe", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": []}
SB-2020-0166	58	5	2020-04-29	2020-06-23	Kyrgyzstan	926	233	13.941	{"habitat": "scree", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P500", "P750"]}
SB-2017-0167	37	18	2017-08-10	2017-11-08	Georgia	7	5563	38.705	{"habitat": "oak forest", "collector": {"name": "T. Kaya", "institute": null}, "permits": []}
SB-2012-0168	52	22	2012-07-14	2012-08-01	Georgia	\N	15946	0.337	{"habitat": "oak forest", "collector": {"name": "T. Kaya", "institute": null}, "permits": []}
SB-2020-0169	41	9	2020-09-14	2020-09-19	Armenia	2072	696	0.94	{"habitat": "meadow", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P250"]}
SB-2010-0170	16	20	2010-11-23	2010-12-13	Turkey	743	14285	0.27	{"habitat": "scree", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P992"]}
SB-2017-0171	52	15	2017-05-31	2017-06-07	Portugal	1975	2075	29.612	{"habitat": "oak forest", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P690"]}
SB-2021-0172	30	15	2021-03-21	2021-08-16	Spain	1124	5876	3.423	{"habitat": "steppe", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": []}
SB-2020-0173	52	9	2020-05-03	2020-05-11	Norway	1033	2573	0.098	{"habitat": "steppe", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P763"]}
SB-2023-0174	55	17	2023-07-15	2023-10-05	Armenia	2133	2621	13.331	{"habitat": "scree", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P506"]}
SB-2016-0175	64	9	2016-02-12	2016-02-28	Georgia	2786	5479	0.113	{"habitat": "oak forest", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P920"]}
SB-2020-0176	40	19	2020-01-23	2020-01-26	Georgia	2494	2578	0.065	{"habitat": "scree", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P215"]}
SB-2019-0177	9	24	2019-06-10	2019-06-28	Spain	2157	220	1.012	{"habitat": "meadow", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P959", "P129"]}
SB-2014-0178	17	20	2014-05-09	2014-05-30	Armenia	2810	2250	42.417	{"habitat": "oak forest", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": []}
SB-2016-0179	17	17	2016-04-24	2016-05-03	Spain	1365	3618	8.793	{"habitat": "scree", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P364", "P261"]}
SB-2012-0180	22	\N	2012-04-26	2012-05-19	Kyrgyzstan	1124	8188	0.448	{"habitat": "coastal dune", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": []}
SB-2012-0181	38	20	2012-04-04	2012-06-26	Norway	856	204	3.189	{"habitat": "oak forest", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P546"]}
SB-2014-0182	19	6	2014-10-20	2014-11-10	Turkey	994	5557	0.162	{"habitat": "steppe", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P817"]}
SB-2013-0183	30	1	2013-07-23	2013-08-16	Armenia	1416	12548	10.171	{"habitat": "meadow", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": []}
SB-2010-0184	40	21	2010-01-23	2010-02-03	Portugal	1809	730	7.597	{"habitat": "coastal dune", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P102"]}
SB-2020-0185	63	13	2020-01-02	2020-03-09	Turkey	1531	3085	8.45	{"habitat": "steppe", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P883", "P337"]}
SB-2018-0186	19	12	2018-07-22	2018-08-01	Armenia	1918	609	0.591	{"habitat": "oak forest", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P472", "P188"]}
SB-2015-0187	22	24	2015-08-21	2015-09-14	Georgia	2224	563	4.769	{"habitat": "oak forest", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P813"]}
SB-2021-0188	27	22	2021-01-11	2021-02-02	Armenia	2367	7650	0.412	{"habitat": "scree", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P326"]}
SB-2011-0189	4	12	2011-02-16	2011-02-21	Portugal	12	2964	61.012	{"habitat": "meadow", "collector": {"name": "T. Kaya", "institute": null}, "permits": []}
SB-2011-0190	53	22	2011-10-02	2011-10-13	Kyrgyzstan	\N	283	6.501	{"habitat": "scree", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P647"]}
SB-2009-0191	16	7	2009-06-04	2009-06-24	Armenia	2673	714	0.159	{"habitat": "meadow", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P625"]}
SB-2008-0192	49	19	2008-05-14	2008-06-05	Georgia	2154	5569	19.893	{"habitat": "steppe", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P702"]}
SB-2021-0193	63	5	2021-12-08	2022-01-01	Portugal	2060	5855	64.058	{"habitat": "coastal dune", "collector": {"name": "T. Kaya", "institute": null}, "permits": []}
SB-2010-0194	40	21	2010-07-18	2010-07-25	Armenia	150	255	22.606	{"habitat": "steppe", "collector": {"name": "T. Kaya", "institute": null}, "permits": []}
SB-2020-0195	37	5	2020-07-22	2020-10-04	Georgia	2111	860	10.189	{"habitat": "coastal dune", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P546"]}
SB-2013-0196	24	19	2013-11-26	2013-12-13	Kyrgyzstan	182	19970	23.217	{"habitat": "oak forest", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P317"]}
SB-2014-0197	18	9	2014-11-04	2014-11-26	Turkey	131	161	30.638	{"habitat": "meadow", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P211"]}
SB-2010-0198	31	9	2010-01-01	2010-01-20	Kyrgyzstan	1138	4252	0.147	{"habitat": "coastal dune", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": []}
SB-2019-0199	48	1	2019-10-10	2019-10-29	Georgia	\N	5937	0.277	{"habitat": "steppe", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P311"]}
SB-2013-0200	34	22	2013-05-11	2013-05-29	Norway	1139	623	0.231	{"habitat": "coastal dune", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": []}
SB-2013-0201	34	14	2013-01-03	2013-01-11	Portugal	837	13710	0.144	{"habitat": "steppe", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P978"]}
SB-2009-0202	32	9	2009-07-02	2009-10-29	Georgia	495	14861	0.655	{"habitat": "scree", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P337"]}
SB-2009-0203	12	18	2009-08-29	2010-02-02	Spain	819	3061	28.312	{"habitat": "coastal dune", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": []}
SB-2015-0204	29	8	2015-01-16	2015-05-09	Georgia	2194	13803	0.065	{"habitat": "steppe", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": []}
SB-2009-0205	50	18	2009-09-17	2010-02-17	Georgia	1822	2560	70.714	{"habitat": "coastal dune", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P118", "P492"]}
SB-2015-0206	26	16	2015-06-12	2015-06-23	Spain	202	515	6.195	{"habitat": "steppe", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P943", "P441"]}
SB-2023-0207	6	18	2023-05-12	2023-05-25	Spain	1171	162	1.104	{"habitat": "steppe", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P686"]}
SB-2009-0208	61	21	2009-07-10	2009-07-27	Kyrgyzstan	125	3390	1.643	{"habitat": "scree", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P846", "P544"]}
SB-2021-0209	28	2	2021-11-10	2021-11-26	Armenia	1446	13592	0.18	{"habitat": "oak forest", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P470"]}
SB-2016-0210	39	15	2016-08-14	2016-12-05	Portugal	1971	322	0.933	{"habitat": "steppe", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P466", "P858"]}
SB-2009-0211	23	21	2009-04-08	2009-07-12	Armenia	142	6380	40.3	{"habitat": "steppe", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P304"]}
SB-2021-0212	53	2	2021-07-07	2021-07-27	Turkey	2472	862	1.287	{"habitat": "oak forest", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P363"]}
SB-2020-0213	11	11	2020-02-04	2020-02-19	Kyrgyzstan	2525	837	13.606	{"habitat": "coastal dune", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P213"]}
SB-2023-0214	3	20	2023-06-20	2023-07-06	Spain	911	1147	0.098	{"habitat": "steppe", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": []}
SB-2016-0215	18	11	2016-12-19	2017-01-06	Kyrgyzstan	1862	191	0.132	{"habitat": "coastal dune", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P608"]}
SB-2011-0216	60	\N	2011-03-25	2011-05-07	Norway	192	3465	17.312	{"habitat": "meadow", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": []}
SB-2016-0217	31	2	2016-07-28	2016-08-01	Armenia	817	1857	20.61	{"habitat": "oak forest", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": []}
SB-2017-0218	60	5	2017-12-21	2017-12-28	Armenia	199	2067	0.109	{"habitat": "meadow", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": []}
SB-2015-0219	20	7	2015-06-13	2015-10-25	Georgia	2647	3321	20.176	{"habitat": "scree", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P113"]}
SB-2009-0220	15	10	2009-08-08	2009-08-17	Kyrgyzstan	1369	3654	0.071	{"habitat": "scree", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P708"]}
SB-2021-0221	20	22	2021-10-29	2021-11-09	Kyrgyzstan	2679	11768	47.334	{"habitat": "meadow", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P715"]}
SB-2023-0222	31	20	2023-06-16	2023-07-08	Spain	357	16171	4.275	{"habitat": "coastal dune", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P328"]}
SB-2022-0223	30	21	2022-06-29	2022-08-15	Kyrgyzstan	1814	8795	0.103	{"habitat": "steppe", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P962"]}
SB-2020-0224	54	24	2020-07-06	2020-07-13	Kyrgyzstan	2764	17969	3.124	{"habitat": "steppe", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": []}
SB-2010-0225	17	24	2010-07-17	2010-08-10	Portugal	895	2620	4.231	{"habitat": "meadow", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": []}
SB-2022-0226	21	12	2022-04-19	2022-04-24	Spain	1288	10739	0.952	{"habitat": "oak forest", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": []}
SB-2011-0227	6	23	2011-12-13	2012-01-05	Turkey	2483	14459	0.126	{"habitat": "meadow", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P179"]}
SB-2022-0228	38	24	2022-03-24	2022-06-24	Kyrgyzstan	2459	6713	54.696	{"habitat": "meadow", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P131"]}
SB-2016-0229	5	6	2016-03-11	2016-04-25	Norway	1369	2623	41.538	{"habitat": "oak forest", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P290"]}
SB-2010-0230	62	11	2010-09-17	2010-10-11	Georgia	2582	11691	1.553	{"habitat": "scree", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P587"]}
SB-2022-0231	62	11	2022-11-05	2022-11-22	Turkey	\N	3741	1.635	{"habitat": "coastal dune", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P614"]}
SB-2021-0232	20	\N	2021-03-16	2021-04-02	Norway	118	684	2.905	{"habitat": "oak forest", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P910"]}
SB-2017-0233	3	17	2017-11-02	2018-03-06	Georgia	\N	12045	34.86	{"habitat": "oak forest", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P218"]}
SB-2021-0234	30	2	2021-01-08	2021-05-05	Georgia	487	460	0.254	{"habitat": "steppe", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P293", "P775"]}
SB-2012-0235	25	1	2012-06-08	2012-06-14	Spain	131	15989	0.096	{"habitat": "meadow", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P225"]}
SB-2018-0236	17	15	2018-11-13	2019-02-18	Portugal	\N	5012	0.336	{"habitat": "coastal dune", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P782", "P648"]}
SB-2018-0237	36	7	2018-01-24	2018-02-12	Georgia	609	8352	0.543	{"habitat": "meadow", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P309"]}
SB-2013-0238	25	14	2013-11-10	2014-01-10	Portugal	2871	1950	24.127	{"habitat": "coastal dune", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P175"]}
SB-2010-0239	61	\N	2010-06-14	2010-06-21	Spain	1769	12186	77.541	{"habitat": "coastal dune", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P659"]}
SB-2012-0240	7	1	2012-06-24	2012-09-27	Norway	2206	5187	2.549	{"habitat": "steppe", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P432", "P691"]}
SB-2009-0241	49	24	2009-05-31	2009-10-01	Armenia	588	163	0.084	{"habitat": "meadow", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P739"]}
SB-2023-0242	2	16	2023-05-18	2023-10-24	Kyrgyzstan	238	211	15.079	{"habitat": "scree", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P417"]}
SB-2016-0243	1	22	2016-03-21	2016-07-09	Spain	368	819	59.293	{"habitat": "oak forest", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": []}
SB-2017-0244	62	2	2017-08-27	2017-09-12	Georgia	\N	816	0.359	{"habitat": "steppe", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P956"]}
SB-2013-0245	27	23	2013-04-29	2013-05-02	Spain	1956	13489	0.305	{"habitat": "oak forest", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": []}
SB-2013-0246	32	22	2013-07-20	2013-08-08	Spain	1494	16681	0.18	{"habitat": "coastal dune", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": []}
SB-2019-0247	40	7	2019-09-27	2019-10-09	Turkey	134	873	66.796	{"habitat": "oak forest", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P227"]}
SB-2018-0248	37	2	2018-08-30	2018-09-12	Norway	\N	4109	3.869	{"habitat": "coastal dune", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P883"]}
SB-2008-0249	17	\N	2008-05-13	2008-05-25	Kyrgyzstan	679	2415	0.533	{"habitat": "meadow", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P742"]}
SB-2013-0250	6	16	2013-05-03	2013-05-08	Georgia	128	209	1.84	{"habitat": "scree", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P809"]}
SB-2017-0251	27	23	2017-08-11	2017-11-12	Kyrgyzstan	\N	6171	1.327	{"habitat": "scree", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P638", "P995"]}
SB-2013-0252	19	5	2013-05-01	2013-05-19	Armenia	729	728	0.217	{"habitat": "coastal dune", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P623", "P910"]}
SB-2017-0253	21	\N	2017-11-15	2018-02-11	Turkey	\N	759	11.825	{"habitat": "oak forest", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P615", "P500"]}
SB-2021-0254	52	19	2021-02-13	2021-02-22	Portugal	\N	422	75.727	{"habitat": "steppe", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": []}
SB-2012-0255	21	17	2012-08-05	2012-08-22	Turkey	\N	1490	10.975	{"habitat": "scree", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P434"]}
SB-2009-0256	63	10	2009-07-12	2009-10-01	Spain	1574	4258	3.203	{"habitat": "oak forest", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P787"]}
SB-2021-0257	50	11	2021-05-28	2021-10-29	Norway	2806	351	0.121	{"habitat": "steppe", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": []}
SB-2017-0258	43	6	2017-07-31	2017-08-23	Turkey	63	7321	28.817	{"habitat": "coastal dune", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P143", "P333"]}
SB-2014-0259	49	\N	2014-01-22	2014-02-08	Norway	2037	328	8.814	{"habitat": "meadow", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P114"]}
SB-2014-0260	33	18	2014-02-14	2014-02-18	Turkey	1417	8738	0.308	{"habitat": "steppe", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P210"]}
SB-2010-0261	37	\N	2010-06-03	2010-09-27	Norway	\N	2383	0.174	{"habitat": "scree", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P440", "P443"]}
SB-2018-0262	51	11	2018-08-18	2018-09-10	Spain	1983	7967	0.1	{"habitat": "coastal dune", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P697"]}
SB-2009-0263	34	13	2009-06-16	2009-11-09	Turkey	480	856	0.166	{"habitat": "scree", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P786"]}
SB-2018-0264	34	18	2018-04-30	2018-05-19	Norway	2398	14389	0.235	{"habitat": "scree", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P508"]}
SB-2011-0265	15	13	2011-03-25	2011-04-15	Portugal	197	555	7.756	{"habitat": "meadow", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P725"]}
SB-2012-0266	1	5	2012-06-11	2012-06-22	Turkey	1692	3908	0.091	{"habitat": "coastal dune", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P891"]}
SB-2008-0267	23	10	2008-12-25	2009-01-06	Kyrgyzstan	115	6716	0.478	{"habitat": "meadow", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P212"]}
SB-2012-0268	21	13	2012-07-05	2012-11-24	Spain	693	897	0.143	{"habitat": "meadow", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P564"]}
SB-2016-0269	36	20	2016-01-24	2016-02-01	Norway	427	13347	0.086	{"habitat": "coastal dune", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P784"]}
SB-2020-0270	11	7	2020-11-16	2021-03-05	Turkey	1266	571	0.993	{"habitat": "oak forest", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P185"]}
SB-2019-0271	48	8	2019-06-05	2019-06-16	Spain	514	5018	57.54	{"habitat": "scree", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P595"]}
SB-2016-0272	30	21	2016-04-11	2016-04-22	Kyrgyzstan	\N	9690	28.081	{"habitat": "steppe", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P422", "P804"]}
SB-2013-0273	6	4	2013-07-19	2013-08-06	Kyrgyzstan	1421	827	0.721	{"habitat": "coastal dune", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P640"]}
SB-2011-0274	63	3	2011-07-07	2011-07-16	Kyrgyzstan	2412	326	3.229	{"habitat": "meadow", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P310", "P982"]}
SB-2013-0275	26	3	2013-06-09	2013-06-19	Portugal	1483	2332	6.615	{"habitat": "meadow", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P694"]}
SB-2014-0276	34	5	2014-08-16	2014-09-05	Portugal	2311	12964	3.384	{"habitat": "oak forest", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P769"]}
SB-2022-0277	63	15	2022-07-27	2022-10-06	Kyrgyzstan	507	2114	1.122	{"habitat": "steppe", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P337"]}
SB-2017-0278	29	22	2017-08-22	2017-08-30	Turkey	10	534	5.014	{"habitat": "meadow", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P262"]}
SB-2019-0279	63	19	2019-04-30	2019-05-19	Georgia	2533	158	61.075	{"habitat": "scree", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P891", "P425"]}
SB-2009-0280	56	24	2009-06-11	2009-10-25	Kyrgyzstan	1797	4936	9.414	{"habitat": "scree", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P326", "P302"]}
SB-2019-0281	28	7	2019-08-15	2019-09-01	Spain	466	345	0.239	{"habitat": "scree", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P885", "P422"]}
SB-2010-0282	27	7	2010-03-01	2010-04-22	Portugal	1393	3986	0.231	{"habitat": "oak forest", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P706"]}
SB-2012-0283	14	19	2012-01-27	2012-02-05	Turkey	703	502	0.108	{"habitat": "steppe", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P958"]}
SB-2022-0284	24	11	2022-04-19	2022-05-03	Spain	1729	256	0.112	{"habitat": "oak forest", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": []}
SB-2023-0285	33	9	2023-02-21	2023-06-04	Kyrgyzstan	\N	865	0.076	{"habitat": "coastal dune", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P146", "P357"]}
SB-2011-0286	41	8	2011-09-19	2011-09-28	Georgia	356	3571	0.089	{"habitat": "oak forest", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P838"]}
SB-2019-0287	59	10	2019-03-08	2019-03-17	Norway	2528	621	0.334	{"habitat": "meadow", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": []}
SB-2018-0288	42	7	2018-05-27	2018-06-01	Portugal	1093	5321	0.15	{"habitat": "oak forest", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P980"]}
SB-2013-0289	31	18	2013-12-09	2014-01-23	Armenia	2303	2787	1.717	{"habitat": "scree", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": []}
SB-2010-0290	33	5	2010-05-19	2010-10-09	Spain	2582	2368	29.356	{"habitat": "scree", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P801", "P483"]}
SB-2020-0291	43	2	2020-11-13	2020-12-02	Turkey	1791	4818	2.612	{"habitat": "oak forest", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P201"]}
SB-2019-0292	26	11	2019-09-11	2019-09-19	Portugal	\N	1547	0.333	{"habitat": "coastal dune", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P383"]}
SB-2016-0293	47	17	2016-10-10	2016-10-27	Portugal	200	643	0.711	{"habitat": "scree", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P974"]}
SB-2015-0294	26	20	2015-11-23	2015-12-12	Armenia	307	484	34.712	{"habitat": "steppe", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P355"]}
SB-2017-0295	26	19	2017-11-21	2017-12-08	Kyrgyzstan	2436	9934	1.627	{"habitat": "coastal dune", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P170"]}
SB-2013-0296	34	16	2013-05-08	2013-05-29	Kyrgyzstan	2863	604	5.357	{"habitat": "scree", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P881", "P165"]}
SB-2011-0297	31	19	2011-01-31	2011-02-18	Armenia	\N	895	2.73	{"habitat": "meadow", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P566", "P584"]}
SB-2018-0298	61	20	2018-12-15	2019-01-25	Portugal	240	461	1.511	{"habitat": "oak forest", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P969"]}
SB-2020-0299	28	6	2020-10-06	2020-10-20	Turkey	1051	3121	23.673	{"habitat": "coastal dune", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": []}
SB-2008-0300	62	\N	2008-09-04	2008-09-20	Turkey	2013	16857	2.608	{"habitat": "oak forest", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P504"]}
SB-2014-0301	61	\N	2014-05-27	2014-09-19	Armenia	2839	17879	9.02	{"habitat": "steppe", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P246"]}
SB-2018-0302	43	7	2018-07-31	2018-08-07	Kyrgyzstan	1795	8839	18.179	{"habitat": "scree", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P640"]}
SB-2010-0303	56	8	2010-11-10	2010-12-04	Portugal	2048	759	0.328	{"habitat": "coastal dune", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P851"]}
SB-2013-0304	12	5	2013-06-27	2013-07-07	Kyrgyzstan	938	14136	2.238	{"habitat": "steppe", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P562", "P389"]}
SB-2011-0305	5	21	2011-01-04	2011-01-25	Kyrgyzstan	2225	646	0.707	{"habitat": "steppe", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P166"]}
SB-2022-0306	62	1	2022-01-03	2022-01-22	Spain	1083	674	0.98	{"habitat": "coastal dune", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P333"]}
SB-2018-0307	56	22	2018-09-14	2018-09-20	Portugal	1032	2031	2.019	{"habitat": "scree", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P979"]}
SB-2009-0308	22	11	2009-03-31	2009-04-12	Portugal	2104	311	24.943	{"habitat": "meadow", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P821"]}
SB-2015-0309	38	13	2015-10-16	2015-11-01	Spain	2654	1883	47.773	{"habitat": "steppe", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": []}
SB-2015-0310	9	2	2015-04-08	2015-04-26	Georgia	799	16175	2.673	{"habitat": "oak forest", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P303", "P858"]}
SB-2014-0311	44	24	2014-11-30	2015-01-09	Turkey	964	342	29.603	{"habitat": "scree", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P233", "P811"]}
SB-2014-0312	19	\N	2014-04-01	2014-04-14	Portugal	1059	3513	4.681	{"habitat": "oak forest", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P386"]}
SB-2014-0313	43	9	2014-07-13	2014-11-06	Armenia	1556	4770	59.432	{"habitat": "scree", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P397"]}
SB-2011-0314	50	\N	2011-10-05	2012-02-12	Turkey	1157	8828	1.662	{"habitat": "coastal dune", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P798", "P135"]}
SB-2012-0315	4	13	2012-01-30	2012-02-20	Georgia	2388	5093	0.317	{"habitat": "oak forest", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P418"]}
SB-2014-0316	10	14	2014-04-22	2014-05-01	Portugal	1118	3069	0.089	{"habitat": "meadow", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P983"]}
SB-2022-0317	4	1	2022-12-10	2022-12-15	Spain	2754	19951	31.607	{"habitat": "coastal dune", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P544"]}
SB-2019-0318	53	\N	2019-05-11	2019-06-26	Portugal	\N	732	0.361	{"habitat": "steppe", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P220", "P176"]}
SB-2022-0319	50	\N	2022-10-23	2022-10-27	Portugal	2805	614	0.106	{"habitat": "scree", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P930"]}
SB-2012-0320	60	8	2012-04-20	2012-08-27	Portugal	\N	921	5.804	{"habitat": "oak forest", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P879"]}
SB-2022-0321	7	13	2022-02-17	2022-03-04	Georgia	1917	1190	1.699	{"habitat": "meadow", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P688", "P688"]}
SB-2021-0322	55	17	2021-08-23	2021-10-14	Kyrgyzstan	1694	722	0.448	{"habitat": "coastal dune", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P841"]}
SB-2023-0323	47	15	2023-03-26	2023-06-18	Armenia	1637	673	8.442	{"habitat": "meadow", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P515"]}
SB-2017-0324	4	20	2017-04-21	2017-05-06	Turkey	1538	4095	1.834	{"habitat": "meadow", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P288", "P387"]}
SB-2012-0325	12	12	2012-04-14	2012-04-27	Portugal	689	14691	0.228	{"habitat": "oak forest", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P154"]}
SB-2011-0326	42	5	2011-06-20	2011-07-07	Armenia	803	3886	24.614	{"habitat": "coastal dune", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P942"]}
SB-2008-0327	8	7	2008-04-21	2008-06-17	Norway	1618	2240	0.997	{"habitat": "steppe", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P708", "P112"]}
SB-2009-0328	39	11	2009-08-27	2009-09-20	Portugal	\N	482	2.6	{"habitat": "coastal dune", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P262"]}
SB-2018-0329	11	15	2018-12-06	2018-12-28	Turkey	51	19629	1.145	{"habitat": "scree", "collector": {"name": "T. Kaya", "institute": null}, "permits": []}
SB-2009-0330	52	7	2009-04-28	2009-07-02	Turkey	1200	14140	24.763	{"habitat": "oak forest", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P568"]}
SB-2023-0331	23	12	2023-01-17	2023-02-04	Kyrgyzstan	802	810	43.276	{"habitat": "steppe", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P872"]}
SB-2012-0332	34	7	2012-09-12	2012-09-29	Kyrgyzstan	544	373	30.046	{"habitat": "meadow", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P969"]}
SB-2023-0333	45	13	2023-03-10	2023-03-14	Georgia	\N	16864	61.193	{"habitat": "scree", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P622", "P966"]}
SB-2010-0334	46	14	2010-10-21	2010-10-30	Kyrgyzstan	655	253	1.817	{"habitat": "oak forest", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": []}
SB-2018-0335	39	\N	2018-11-25	2018-12-01	Turkey	1921	4217	0.082	{"habitat": "oak forest", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P544"]}
SB-2009-0336	49	8	2009-02-02	2009-06-24	Kyrgyzstan	2721	899	2.956	{"habitat": "meadow", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P253"]}
SB-2015-0337	21	\N	2015-11-22	2016-02-11	Spain	1452	4392	1.55	{"habitat": "coastal dune", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P846", "P303"]}
SB-2015-0338	41	23	2015-08-24	2015-10-16	Spain	\N	9349	3.335	{"habitat": "meadow", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P614", "P707"]}
SB-2017-0339	31	5	2017-04-21	2017-04-27	Norway	88	19753	25.832	{"habitat": "coastal dune", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P145", "P272"]}
SB-2010-0340	34	3	2010-10-12	2010-10-28	Turkey	\N	4265	7.238	{"habitat": "scree", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P272", "P450"]}
SB-2011-0341	61	15	2011-12-05	2012-03-07	Kyrgyzstan	553	7190	0.622	{"habitat": "scree", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P543", "P148"]}
SB-2020-0342	45	12	2020-12-27	2020-12-30	Spain	2704	474	0.869	{"habitat": "coastal dune", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": []}
SB-2014-0343	1	19	2014-09-06	2014-09-23	Kyrgyzstan	1740	10600	0.074	{"habitat": "oak forest", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P933"]}
SB-2010-0344	26	16	2010-07-14	2010-11-17	Turkey	1868	4119	1.3	{"habitat": "scree", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P705"]}
SB-2015-0345	38	6	2015-07-09	2015-10-05	Portugal	1017	4342	73.681	{"habitat": "meadow", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": []}
SB-2008-0346	33	20	2008-11-05	2009-02-18	Kyrgyzstan	\N	615	0.104	{"habitat": "oak forest", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P874"]}
SB-2008-0347	31	8	2008-08-17	2008-09-06	Georgia	2376	4013	0.348	{"habitat": "oak forest", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P403"]}
SB-2009-0348	48	21	2009-11-11	2010-03-31	Spain	1048	2416	8.761	{"habitat": "scree", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P580"]}
SB-2012-0349	56	3	2012-08-10	2012-09-01	Georgia	1530	710	4.617	{"habitat": "steppe", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P311"]}
SB-2011-0350	63	2	2011-08-13	2011-09-05	Georgia	2731	4661	24.954	{"habitat": "coastal dune", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P522"]}
SB-2014-0351	21	3	2014-06-22	2014-07-16	Spain	10	6053	0.261	{"habitat": "scree", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P318"]}
SB-2014-0352	1	18	2014-10-03	2014-10-22	Spain	703	2185	0.578	{"habitat": "coastal dune", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P636"]}
SB-2011-0353	20	24	2011-11-18	2011-11-25	Armenia	2534	10429	65.199	{"habitat": "coastal dune", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": []}
SB-2022-0354	37	\N	2022-09-30	2023-01-03	Armenia	2728	640	8.871	{"habitat": "oak forest", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P505"]}
SB-2013-0355	50	21	2013-07-28	2013-12-26	Kyrgyzstan	876	3902	1.731	{"habitat": "oak forest", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P347"]}
SB-2015-0356	31	22	2015-06-04	2015-11-06	Kyrgyzstan	208	529	40.154	{"habitat": "steppe", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P246"]}
SB-2014-0357	48	21	2014-01-20	2014-02-01	Georgia	542	2359	0.177	{"habitat": "scree", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P534"]}
SB-2012-0358	22	17	2012-09-20	2012-10-08	Turkey	\N	566	0.095	{"habitat": "meadow", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": []}
SB-2022-0359	42	8	2022-06-04	2022-06-16	Georgia	2806	2398	5.477	{"habitat": "meadow", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P910", "P579"]}
SB-2022-0360	34	15	2022-04-28	2022-05-12	Georgia	\N	246	0.263	{"habitat": "meadow", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": []}
SB-2016-0361	22	8	2016-02-14	2016-07-02	Georgia	2028	674	1.415	{"habitat": "scree", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P589"]}
SB-2011-0362	28	4	2011-02-03	2011-02-26	Turkey	2555	3410	2.605	{"habitat": "oak forest", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": []}
SB-2013-0363	18	12	2013-12-29	2014-01-04	Portugal	1973	6301	11.866	{"habitat": "steppe", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": ["P494"]}
SB-2011-0364	18	1	2011-10-26	2011-12-10	Portugal	2071	2599	15.402	{"habitat": "steppe", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": []}
SB-2010-0365	8	8	2010-03-04	2010-03-16	Georgia	42	2188	3.325	{"habitat": "scree", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P414"]}
SB-2021-0366	64	14	2021-05-05	2021-07-07	Kyrgyzstan	2086	2682	9.537	{"habitat": "coastal dune", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": []}
SB-2012-0367	24	11	2012-09-29	2012-10-12	Georgia	7	17270	0.495	{"habitat": "steppe", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": []}
SB-2017-0368	2	6	2017-01-22	2017-01-28	Kyrgyzstan	1471	4137	0.179	{"habitat": "coastal dune", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P224"]}
SB-2018-0369	37	9	2018-02-02	2018-02-14	Armenia	2259	12469	1.246	{"habitat": "coastal dune", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P874"]}
SB-2021-0370	27	13	2021-10-27	2022-01-17	Norway	2661	792	0.066	{"habitat": "scree", "collector": {"name": "A. Petrosyan", "institute": "Sevan Field Station"}, "permits": []}
SB-2016-0371	47	8	2016-08-19	2017-01-23	Portugal	1437	11320	0.804	{"habitat": "scree", "collector": {"name": "T. Kaya", "institute": null}, "permits": []}
SB-2014-0372	61	13	2014-11-07	2015-02-27	Turkey	1379	184	0.088	{"habitat": "meadow", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P729"]}
SB-2021-0373	50	8	2021-11-20	2022-04-18	Georgia	836	633	9.252	{"habitat": "oak forest", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": ["P159", "P221"]}
SB-2012-0374	31	22	2012-03-17	2012-03-28	Norway	1489	4075	17.273	{"habitat": "scree", "collector": {"name": "E. Aydin", "institute": "Sevan Field Station"}, "permits": ["P998"]}
SB-2008-0375	45	2	2008-12-08	2008-12-21	Armenia	1355	6683	0.114	{"habitat": "oak forest", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": []}
SB-2016-0376	16	24	2016-11-02	2016-11-22	Armenia	145	3144	3.723	{"habitat": "steppe", "collector": {"name": "M. Lindqvist", "institute": "Northern Herbarium"}, "permits": []}
SB-2020-0377	20	11	2020-06-21	2020-07-04	Georgia	2314	7087	7.865	{"habitat": "steppe", "collector": {"name": "T. Kaya", "institute": null}, "permits": []}
SB-2012-0378	40	15	2012-10-13	2012-10-19	Turkey	136	3376	15.091	{"habitat": "coastal dune", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P731"]}
SB-2017-0379	3	24	2017-06-11	2017-07-02	Turkey	919	2055	23.963	{"habitat": "steppe", "collector": {"name": "T. Kaya", "institute": null}, "permits": ["P785"]}
SB-2020-0380	23	4	2020-04-12	2020-08-29	Georgia	1463	15034	0.409	{"habitat": "meadow", "collector": {"name": "J. Duarte", "institute": "Coastal Flora Group"}, "permits": ["P242", "P856"]}
\.

COPY germination_tests (test_id, accession_id, tested_on, sown, germinated, empty_seeds, protocol) FROM stdin;
1	SB-2016-0001	2017-01-28	40	28	7	{"temp_c": 25, "light_h": 8, "pretreatment": null}
2	SB-2016-0001	2020-07-15	100	62	18	{"temp_c": 15, "light_h": 12, "pretreatment": "scarify"}
3	SB-2016-0001	2023-08-02	200	128	8	{"temp_c": 25, "light_h": 0, "pretreatment": "gibberellin"}
4	SB-2023-0002	2024-04-12	40	32	4	{"temp_c": 15, "light_h": 0, "pretreatment": "scarify"}
5	SB-2015-0003	2015-05-14	50	32	0	{"temp_c": 25, "light_h": 0, "pretreatment": "stratify"}
6	SB-2015-0003	2016-10-22	200	109	8	{"temp_c": 25, "light_h": 12, "pretreatment": "scarify"}
7	SB-2019-0004	2019-11-14	50	49	1	{"temp_c": 15, "light_h": 12, "pretreatment": null}
8	SB-2019-0004	2022-08-13	40	36	2	{"temp_c": 25, "light_h": 8, "pretreatment": "scarify"}
9	SB-2011-0005	2012-01-17	40	31	4	{"temp_c": 15, "light_h": 0, "pretreatment": "gibberellin"}
10	SB-2011-0005	2015-02-10	40	28	7	{"temp_c": 25, "light_h": 0, "pretreatment": "scarify"}
11	SB-2011-0006	2011-10-18	40	34	1	{"temp_c": 20, "light_h": 0, "pretreatment": "scarify"}
12	SB-2019-0008	2020-03-07	50	48	1	{"temp_c": 20, "light_h": 12, "pretreatment": null}
13	SB-2019-0008	2021-05-01	50	45	3	{"temp_c": 15, "light_h": 0, "pretreatment": "gibberellin"}
14	SB-2014-0009	2014-10-08	100	98	0	{"temp_c": 20, "light_h": 8, "pretreatment": "scarify"}
15	SB-2014-0009	2016-09-21	40	33	7	{"temp_c": 15, "light_h": 12, "pretreatment": null}
16	SB-2019-0010	2020-04-17	100	60	18	{"temp_c": 20, "light_h": 8, "pretreatment": "scarify"}
17	SB-2019-0010	2021-02-28	200	135	0	{"temp_c": 15, "light_h": 8, "pretreatment": "stratify"}
18	SB-2019-0010	2023-12-16	50	26	9	{"temp_c": 15, "light_h": 8, "pretreatment": "scarify"}
19	SB-2008-0011	2009-03-09	50	39	0	{"temp_c": 25, "light_h": 12, "pretreatment": null}
20	SB-2008-0011	2011-06-10	200	144	12	{"temp_c": 25, "light_h": 0, "pretreatment": "stratify"}
21	SB-2008-0011	2012-07-10	200	128	4	{"temp_c": 20, "light_h": 0, "pretreatment": null}
22	SB-2008-0011	2013-07-30	50	29	1	{"temp_c": 20, "light_h": 0, "pretreatment": "scarify"}
23	SB-2008-0013	2008-07-04	100	72	0	{"temp_c": 20, "light_h": 8, "pretreatment": "scarify"}
24	SB-2008-0013	2010-11-05	100	58	12	{"temp_c": 20, "light_h": 8, "pretreatment": null}
25	SB-2014-0015	2014-06-30	100	74	0	{"temp_c": 20, "light_h": 12, "pretreatment": null}
26	SB-2014-0015	2017-11-20	100	56	12	{"temp_c": 25, "light_h": 0, "pretreatment": "gibberellin"}
27	SB-2019-0016	2020-02-28	200	170	4	{"temp_c": 15, "light_h": 8, "pretreatment": null}
28	SB-2019-0016	2023-04-27	50	42	0	{"temp_c": 15, "light_h": 8, "pretreatment": "gibberellin"}
29	SB-2013-0017	2014-03-10	50	33	6	{"temp_c": 20, "light_h": 12, "pretreatment": "scarify"}
30	SB-2013-0017	2016-11-04	50	30	3	{"temp_c": 20, "light_h": 0, "pretreatment": "gibberellin"}
31	SB-2017-0018	2017-12-02	200	155	4	{"temp_c": 15, "light_h": 12, "pretreatment": null}
32	SB-2017-0018	2020-03-17	200	113	56	{"temp_c": 25, "light_h": 12, "pretreatment": "scarify"}
33	SB-2017-0018	2022-01-25	50	31	9	{"temp_c": 15, "light_h": 12, "pretreatment": null}
34	SB-2017-0018	2023-09-13	50	27	9	{"temp_c": 20, "light_h": 0, "pretreatment": "gibberellin"}
35	SB-2009-0020	2009-06-26	50	39	2	{"temp_c": 20, "light_h": 8, "pretreatment": null}
36	SB-2009-0020	2011-10-13	200	143	12	{"temp_c": 25, "light_h": 12, "pretreatment": "stratify"}
37	SB-2009-0020	2014-10-31	100	68	0	{"temp_c": 15, "light_h": 12, "pretreatment": null}
38	SB-2019-0021	2019-09-07	50	44	0	{"temp_c": 25, "light_h": 8, "pretreatment": null}
39	SB-2019-0021	2022-09-24	100	77	6	{"temp_c": 15, "light_h": 0, "pretreatment": null}
40	SB-2019-0021	2024-04-01	50	40	0	{"temp_c": 20, "light_h": 0, "pretreatment": "scarify"}
41	SB-2011-0022	2012-02-12	50	37	2	{"temp_c": 15, "light_h": 12, "pretreatment": "gibberellin"}
42	SB-2015-0023	2016-01-28	50	43	2	{"temp_c": 20, "light_h": 12, "pretreatment": null}
43	SB-2015-0023	2019-08-15	50	38	1	{"temp_c": 20, "light_h": 12, "pretreatment": "scarify"}
44	SB-2015-0023	2022-09-15	50	41	1	{"temp_c": 20, "light_h": 8, "pretreatment": "gibberellin"}
45	SB-2017-0024	2017-04-02	100	84	12	{"temp_c": 25, "light_h": 12, "pretreatment": "scarify"}
46	SB-2017-0024	2018-04-09	40	27	11	{"temp_c": 20, "light_h": 12, "pretreatment": null}
47	SB-2017-0024	2019-10-06	100	83	4	{"temp_c": 25, "light_h": 12, "pretreatment": null}
48	SB-2017-0024	2021-03-30	50	34	9	{"temp_c": 15, "light_h": 0, "pretreatment": null}
49	SB-2018-0025	2019-01-15	40	19	1	{"temp_c": 25, "light_h": 0, "pretreatment": null}
50	SB-2018-0025	2019-12-16	50	19	14	{"temp_c": 25, "light_h": 8, "pretreatment": null}
51	SB-2018-0025	2022-06-02	50	26	3	{"temp_c": 25, "light_h": 0, "pretreatment": null}
52	SB-2018-0025	2024-04-01	200	71	4	{"temp_c": 15, "light_h": 12, "pretreatment": "stratify"}
53	SB-2018-0026	2019-01-06	100	70	0	{"temp_c": 25, "light_h": 0, "pretreatment": "gibberellin"}
54	SB-2018-0026	2020-11-25	200	140	0	{"temp_c": 20, "light_h": 12, "pretreatment": "scarify"}
55	SB-2022-0027	2023-01-29	50	39	6	{"temp_c": 20, "light_h": 0, "pretreatment": "scarify"}
56	SB-2020-0028	2021-02-20	40	34	0	{"temp_c": 20, "light_h": 8, "pretreatment": "stratify"}
57	SB-2020-0028	2022-05-28	50	37	0	{"temp_c": 20, "light_h": 0, "pretreatment": "scarify"}
58	SB-2020-0028	2023-08-11	40	26	2	{"temp_c": 25, "light_h": 0, "pretreatment": "stratify"}
59	SB-2018-0030	2019-03-16	100	82	18	{"temp_c": 20, "light_h": 0, "pretreatment": null}
60	SB-2018-0030	2021-10-25	50	45	0	{"temp_c": 25, "light_h": 8, "pretreatment": null}
61	SB-2018-0030	2023-12-09	200	169	4	{"temp_c": 20, "light_h": 8, "pretreatment": null}
62	SB-2019-0031	2020-03-07	100	100	0	{"temp_c": 20, "light_h": 0, "pretreatment": "stratify"}
63	SB-2017-0032	2017-11-13	50	31	6	{"temp_c": 25, "light_h": 0, "pretreatment": null}
64	SB-2017-0032	2020-05-13	100	54	12	{"temp_c": 15, "light_h": 12, "pretreatment": null}
65	SB-2022-0033	2023-04-10	40	24	7	{"temp_c": 25, "light_h": 8, "pretreatment": null}
66	SB-2016-0034	2016-08-11	50	32	3	{"temp_c": 15, "light_h": 12, "pretreatment": "scarify"}
67	SB-2016-0034	2018-10-15	200	105	12	{"temp_c": 25, "light_h": 12, "pretreatment": "stratify"}
68	SB-2016-0034	2021-12-30	50	28	0	{"temp_c": 25, "light_h": 12, "pretreatment": "scarify"}
69	SB-2016-0034	2023-05-22	200	99	4	{"temp_c": 25, "light_h": 8, "pretreatment": null}
70	SB-2021-0035	2021-10-31	40	25	11	{"temp_c": 15, "light_h": 0, "pretreatment": "scarify"}
71	SB-2021-0035	2023-10-25	100	63	18	{"temp_c": 15, "light_h": 8, "pretreatment": null}
72	SB-2010-0036	2011-04-30	100	66	28	{"temp_c": 25, "light_h": 12, "pretreatment": null}
73	SB-2010-0036	2013-07-30	50	43	0	{"temp_c": 20, "light_h": 12, "pretreatment": null}
74	SB-2010-0036	2015-08-06	100	82	2	{"temp_c": 15, "light_h": 0, "pretreatment": null}
75	SB-2010-0036	2018-02-06	50	33	6	{"temp_c": 25, "light_h": 0, "pretreatment": "stratify"}
76	SB-2011-0037	2011-12-14	50	50	0	{"temp_c": 25, "light_h": 0, "pretreatment": "stratify"}
77	SB-2023-0038	2023-07-11	40	33	7	{"temp_c": 25, "light_h": 12, "pretreatment": "stratify"}
78	SB-2010-0040	2010-11-26	50	40	1	{"temp_c": 15, "light_h": 12, "pretreatment": null}
79	SB-2010-0040	2013-04-01	100	67	18	{"temp_c": 25, "light_h": 12, "pretreatment": "scarify"}
80	SB-2010-0040	2015-09-23	50	32	9	{"temp_c": 20, "light_h": 12, "pretreatment": null}
81	SB-2021-0041	2021-03-06	200	183	8	{"temp_c": 15, "light_h": 0, "pretreatment": "gibberellin"}
82	SB-2021-0041	2023-08-06	50	42	1	{"temp_c": 25, "light_h": 12, "pretreatment": null}
83	SB-2016-0042	2017-02-16	50	43	6	{"temp_c": 20, "light_h": 0, "pretreatment": null}
84	SB-2016-0042	2018-12-20	50	47	0	{"temp_c": 25, "light_h": 0, "pretreatment": null}
85	SB-2016-0042	2021-11-08	100	87	4	{"temp_c": 15, "light_h": 12, "pretreatment": "stratify"}
86	SB-2010-0043	2010-04-25	50	50	0	{"temp_c": 15, "light_h": 0, "pretreatment": "scarify"}
87	SB-2010-0043	2012-01-18	200	183	12	{"temp_c": 15, "light_h": 8, "pretreatment": "scarify"}
88	SB-2013-0046	2013-10-25	50	30	6	{"temp_c": 25, "light_h": 8, "pretreatment": "scarify"}
89	SB-2020-0047	2020-07-16	40	31	2	{"temp_c": 20, "light_h": 8, "pretreatment": null}
90	SB-2020-0047	2023-04-22	50	36	2	{"temp_c": 15, "light_h": 12, "pretreatment": "stratify"}
91	SB-2022-0048	2022-08-19	50	48	2	{"temp_c": 20, "light_h": 12, "pretreatment": "stratify"}
92	SB-2022-0048	2023-07-12	50	47	0	{"temp_c": 25, "light_h": 0, "pretreatment": "gibberellin"}
93	SB-2016-0049	2016-10-19	100	69	18	{"temp_c": 25, "light_h": 8, "pretreatment": "gibberellin"}
94	SB-2020-0050	2020-06-07	100	84	12	{"temp_c": 15, "light_h": 0, "pretreatment": null}
95	SB-2020-0050	2023-06-15	50	40	3	{"temp_c": 15, "light_h": 12, "pretreatment": "gibberellin"}
96	SB-2018-0052	2018-11-19	100	51	28	{"temp_c": 15, "light_h": 12, "pretreatment": null}
97	SB-2018-0052	2021-12-07	200	125	0	{"temp_c": 25, "light_h": 8, "pretreatment": "gibberellin"}
98	SB-2019-0053	2019-05-01	50	37	0	{"temp_c": 25, "light_h": 0, "pretreatment": null}
99	SB-2019-0053	2021-03-07	100	67	0	{"temp_c": 15, "light_h": 8, "pretreatment": null}
100	SB-2019-0053	2022-03-30	100	43	28	{"temp_c": 25, "light_h": 12, "pretreatment": null}
101	SB-2016-0054	2017-04-25	100	92	0	{"temp_c": 15, "light_h": 8, "pretreatment": null}
102	SB-2016-0054	2018-08-06	50	43	1	{"temp_c": 25, "light_h": 8, "pretreatment": "stratify"}
103	SB-2017-0055	2017-05-27	200	132	4	{"temp_c": 25, "light_h": 8, "pretreatment": null}
104	SB-2017-0055	2018-08-04	50	32	0	{"temp_c": 25, "light_h": 0, "pretreatment": "gibberellin"}
105	SB-2014-0056	2014-10-13	100	82	18	{"temp_c": 25, "light_h": 0, "pretreatment": null}
106	SB-2014-0056	2015-11-08	50	44	1	{"temp_c": 20, "light_h": 0, "pretreatment": "gibberellin"}
107	SB-2014-0056	2017-04-18	50	46	0	{"temp_c": 25, "light_h": 0, "pretreatment": "stratify"}
108	SB-2014-0056	2018-06-13	40	33	0	{"temp_c": 15, "light_h": 0, "pretreatment": "stratify"}
109	SB-2013-0057	2013-11-26	200	146	12	{"temp_c": 15, "light_h": 12, "pretreatment": null}
110	SB-2013-0057	2015-12-30	100	65	6	{"temp_c": 25, "light_h": 12, "pretreatment": null}
111	SB-2013-0057	2019-05-30	50	31	6	{"temp_c": 25, "light_h": 12, "pretreatment": "scarify"}
112	SB-2013-0059	2013-07-24	50	29	14	{"temp_c": 20, "light_h": 0, "pretreatment": null}
113	SB-2013-0059	2015-08-31	50	34	9	{"temp_c": 15, "light_h": 8, "pretreatment": "stratify"}
114	SB-2015-0060	2016-07-09	100	65	28	{"temp_c": 20, "light_h": 12, "pretreatment": "gibberellin"}
115	SB-2015-0060	2019-12-25	50	40	1	{"temp_c": 25, "light_h": 0, "pretreatment": null}
116	SB-2015-0060	2022-03-17	40	31	0	{"temp_c": 20, "light_h": 0, "pretreatment": null}
117	SB-2017-0061	2017-11-15	100	45	28	{"temp_c": 20, "light_h": 12, "pretreatment": null}
118	SB-2017-0061	2020-02-15	200	117	0	{"temp_c": 20, "light_h": 8, "pretreatment": "gibberellin"}
119	SB-2016-0062	2017-05-03	200	124	56	{"temp_c": 25, "light_h": 12, "pretreatment": "scarify"}
120	SB-2016-0062	2019-01-02	50	36	6	{"temp_c": 25, "light_h": 0, "pretreatment": "gibberellin"}
121	SB-2023-0063	2023-03-13	200	123	36	{"temp_c": 15, "light_h": 0, "pretreatment": null}
122	SB-2020-0064	2021-02-15	50	38	1	{"temp_c": 20, "light_h": 0, "pretreatment": null}
123	SB-2020-0064	2024-03-08	40	26	0	{"temp_c": 20, "light_h": 0, "pretreatment": "stratify"}
124	SB-2018-0065	2019-07-14	100	94	4	{"temp_c": 20, "light_h": 8, "pretreatment": "scarify"}
125	SB-2020-0066	2020-07-31	40	33	2	{"temp_c": 15, "light_h": 8, "pretreatment": "scarify"}
126	SB-2020-0066	2022-01-04	50	32	9	{"temp_c": 20, "light_h": 0, "pretreatment": null}
127	SB-2020-0066	2023-10-30	50	38	0	{"temp_c": 20, "light_h": 0, "pretreatment": "gibberellin"}
128	SB-2022-0068	2022-07-03	50	30	1	{"temp_c": 15, "light_h": 8, "pretreatment": "gibberellin"}
129	SB-2022-0068	2023-08-29	200	86	56	{"temp_c": 25, "light_h": 12, "pretreatment": null}
130	SB-2016-0070	2016-12-22	40	26	0	{"temp_c": 20, "light_h": 12, "pretreatment": "stratify"}
131	SB-2016-0070	2017-11-19	50	29	3	{"temp_c": 15, "light_h": 8, "pretreatment": null}
132	SB-2013-0071	2014-10-01	50	42	1	{"temp_c": 15, "light_h": 12, "pretreatment": null}
133	SB-2013-0071	2016-12-06	50	41	0	{"temp_c": 20, "light_h": 8, "pretreatment": "gibberellin"}
134	SB-2013-0071	2018-08-16	200	125	36	{"temp_c": 20, "light_h": 8, "pretreatment": "gibberellin"}
135	SB-2013-0071	2021-01-05	200	101	56	{"temp_c": 25, "light_h": 0, "pretreatment": null}
136	SB-2023-0073	2023-09-08	50	45	2	{"temp_c": 20, "light_h": 12, "pretreatment": "gibberellin"}
137	SB-2012-0074	2013-09-16	100	90	0	{"temp_c": 25, "light_h": 12, "pretreatment": null}
138	SB-2019-0075	2020-02-04	50	49	0	{"temp_c": 25, "light_h": 8, "pretreatment": "scarify"}
139	SB-2019-0075	2023-03-12	100	81	12	{"temp_c": 15, "light_h": 12, "pretreatment": "stratify"}
140	SB-2011-0076	2011-10-18	100	79	18	{"temp_c": 25, "light_h": 12, "pretreatment": "stratify"}
141	SB-2016-0077	2016-10-27	100	74	18	{"temp_c": 25, "light_h": 8, "pretreatment": "gibberellin"}
142	SB-2016-0077	2017-12-09	200	164	0	{"temp_c": 20, "light_h": 12, "pretreatment": "gibberellin"}
143	SB-2016-0077	2018-12-31	50	35	1	{"temp_c": 15, "light_h": 8, "pretreatment": "stratify"}
144	SB-2018-0078	2018-10-23	200	200	0	{"temp_c": 15, "light_h": 8, "pretreatment": "scarify"}
145	SB-2018-0078	2020-02-05	40	38	1	{"temp_c": 20, "light_h": 8, "pretreatment": null}
146	SB-2014-0079	2015-02-06	100	59	28	{"temp_c": 20, "light_h": 8, "pretreatment": null}
147	SB-2022-0080	2022-06-18	40	23	11	{"temp_c": 20, "light_h": 8, "pretreatment": "scarify"}
148	SB-2013-0081	2013-07-30	50	35	0	{"temp_c": 25, "light_h": 12, "pretreatment": null}
149	SB-2014-0082	2015-05-27	200	155	8	{"temp_c": 25, "light_h": 0, "pretreatment": "stratify"}
150	SB-2014-0082	2017-11-20	100	73	4	{"temp_c": 20, "light_h": 8, "pretreatment": "stratify"}
151	SB-2014-0082	2021-04-19	40	24	4	{"temp_c": 15, "light_h": 0, "pretreatment": "gibberellin"}
152	SB-2013-0083	2013-09-06	100	78	18	{"temp_c": 20, "light_h": 8, "pretreatment": null}
153	SB-2013-0083	2016-07-03	50	42	2	{"temp_c": 15, "light_h": 0, "pretreatment": "gibberellin"}
154	SB-2013-0083	2017-06-29	50	37	1	{"temp_c": 25, "light_h": 8, "pretreatment": null}
155	SB-2011-0085	2011-03-25	200	176	24	{"temp_c": 20, "light_h": 12, "pretreatment": "stratify"}
156	SB-2011-0085	2014-08-16	50	39	3	{"temp_c": 25, "light_h": 8, "pretreatment": null}
157	SB-2016-0086	2016-06-02	40	36	1	{"temp_c": 20, "light_h": 0, "pretreatment": null}
158	SB-2016-0086	2017-05-16	40	32	2	{"temp_c": 25, "light_h": 8, "pretreatment": null}
159	SB-2016-0086	2020-01-18	40	28	7	{"temp_c": 15, "light_h": 8, "pretreatment": null}
160	SB-2011-0087	2012-07-16	50	36	0	{"temp_c": 25, "light_h": 8, "pretreatment": "scarify"}
161	SB-2011-0087	2015-08-19	50	34	2	{"temp_c": 25, "light_h": 8, "pretreatment": "stratify"}
162	SB-2019-0088	2019-03-31	200	178	12	{"temp_c": 15, "light_h": 12, "pretreatment": "gibberellin"}
163	SB-2008-0090	2008-08-28	40	37	0	{"temp_c": 20, "light_h": 12, "pretreatment": "scarify"}
164	SB-2008-0090	2011-06-26	200	142	36	{"temp_c": 20, "light_h": 0, "pretreatment": null}
165	SB-2008-0090	2014-07-27	50	37	0	{"temp_c": 15, "light_h": 12, "pretreatment": null}
166	SB-2008-0090	2015-12-17	50	35	2	{"temp_c": 20, "light_h": 8, "pretreatment": "gibberellin"}
167	SB-2009-0091	2010-03-24	40	30	0	{"temp_c": 25, "light_h": 8, "pretreatment": null}
168	SB-2009-0091	2011-02-28	50	35	0	{"temp_c": 25, "light_h": 12, "pretreatment": "stratify"}
169	SB-2009-0091	2013-05-08	50	31	0	{"temp_c": 25, "light_h": 8, "pretreatment": "stratify"}
170	SB-2011-0092	2012-04-08	100	96	4	{"temp_c": 25, "light_h": 0, "pretreatment": "stratify"}
171	SB-2011-0092	2014-12-13	50	44	6	{"temp_c": 20, "light_h": 12, "pretreatment": "scarify"}
172	SB-2011-0092	2018-06-10	40	33	0	{"temp_c": 25, "light_h": 8, "pretreatment": "gibberellin"}
173	SB-2017-0093	2018-04-25	50	29	14	{"temp_c": 20, "light_h": 0, "pretreatment": null}
174	SB-2017-0093	2021-08-27	50	32	2	{"temp_c": 25, "light_h": 12, "pretreatment": "stratify"}
175	SB-2017-0093	2024-04-21	50	29	3	{"temp_c": 20, "light_h": 8, "pretreatment": "scarify"}
176	SB-2008-0094	2008-12-08	50	29	6	{"temp_c": 15, "light_h": 8, "pretreatment": null}
177	SB-2008-0094	2012-02-08	200	139	4	{"temp_c": 20, "light_h": 0, "pretreatment": "gibberellin"}
178	SB-2013-0095	2013-05-22	100	77	6	{"temp_c": 25, "light_h": 8, "pretreatment": null}
179	SB-2021-0096	2022-07-31	200	153	24	{"temp_c": 15, "light_h": 8, "pretreatment": "gibberellin"}
180	SB-2021-0096	2023-12-16	50	33	6	{"temp_c": 20, "light_h": 12, "pretreatment": null}
181	SB-2008-0097	2008-11-30	100	93	6	{"temp_c": 20, "light_h": 0, "pretreatment": null}
182	SB-2018-0098	2018-03-05	100	99	0	{"temp_c": 25, "light_h": 0, "pretreatment": "scarify"}
183	SB-2018-0098	2021-01-25	40	30	7	{"temp_c": 20, "light_h": 8, "pretreatment": "stratify"}
184	SB-2018-0098	2024-02-18	50	40	6	{"temp_c": 15, "light_h": 12, "pretreatment": "stratify"}
185	SB-2019-0099	2019-02-17	50	33	6	{"temp_c": 20, "light_h": 0, "pretreatment": null}
186	SB-2012-0100	2012-07-15	50	43	3	{"temp_c": 20, "light_h": 0, "pretreatment": null}
187	SB-2012-0100	2013-07-05	200	168	12	{"temp_c": 20, "light_h": 8, "pretreatment": null}
188	SB-2012-0100	2016-10-13	200	152	0	{"temp_c": 15, "light_h": 0, "pretreatment": "stratify"}
189	SB-2016-0101	2016-11-29	200	150	24	{"temp_c": 15, "light_h": 8, "pretreatment": "scarify"}
190	SB-2016-0101	2017-10-05	50	42	0	{"temp_c": 25, "light_h": 0, "pretreatment": "gibberellin"}
191	SB-2016-0101	2019-01-07	50	33	6	{"temp_c": 15, "light_h": 0, "pretreatment": "gibberellin"}
192	SB-2016-0101	2020-08-04	40	31	0	{"temp_c": 20, "light_h": 0, "pretreatment": "scarify"}
193	SB-2018-0102	2018-11-01	200	154	12	{"temp_c": 20, "light_h": 0, "pretreatment": null}
194	SB-2019-0103	2019-08-10	100	88	12	{"temp_c": 15, "light_h": 12, "pretreatment": "scarify"}
195	SB-2019-0103	2020-12-23	50	45	0	{"temp_c": 20, "light_h": 12, "pretreatment": null}
196	SB-2016-0104	2016-12-25	100	46	12	{"temp_c": 15, "light_h": 8, "pretreatment": "gibberellin"}
197	SB-2016-0104	2018-01-08	50	24	2	{"temp_c": 15, "light_h": 8, "pretreatment": null}
198	SB-2013-0105	2014-07-20	40	29	0	{"temp_c": 20, "light_h": 8, "pretreatment": null}
199	SB-2013-0105	2015-12-15	40	25	4	{"temp_c": 15, "light_h": 0, "pretreatment": "scarify"}
200	SB-2020-0106	2021-01-22	200	140	36	{"temp_c": 15, "light_h": 0, "pretreatment": "scarify"}
201	SB-2020-0106	2023-02-22	50	38	0	{"temp_c": 20, "light_h": 8, "pretreatment": "scarify"}
202	SB-2021-0107	2021-11-23	200	196	4	{"temp_c": 20, "light_h": 8, "pretreatment": "scarify"}
203	SB-2021-0107	2024-02-03	50	44	3	{"temp_c": 20, "light_h": 12, "pretreatment": null}
204	SB-2020-0109	2020-06-07	40	22	1	{"temp_c": 20, "light_h": 12, "pretreatment": null}
205	SB-2020-0109	2023-05-09	200	104	4	{"temp_c": 20, "light_h": 0, "pretreatment": "gibberellin"}
206	SB-2021-0110	2022-01-21	40	27	2	{"temp_c": 25, "light_h": 12, "pretreatment": null}
207	SB-2021-0111	2022-03-26	40	24	4	{"temp_c": 25, "light_h": 0, "pretreatment": null}
208	SB-2021-0111	2023-02-19	50	32	1	{"temp_c": 25, "light_h": 0, "pretreatment": "stratify"}
209	SB-2009-0112	2009-07-31	50	41	0	{"temp_c": 25, "light_h": 12, "pretreatment": null}
210	SB-2009-0112	2010-07-17	100	58	18	{"temp_c": 20, "light_h": 8, "pretreatment": null}
211	SB-2009-0112	2012-12-20	100	67	4	{"temp_c": 25, "light_h": 8, "pretreatment": null}
212	SB-2009-0112	2015-07-13	40	17	11	{"temp_c": 25, "light_h": 0, "pretreatment": "stratify"}
213	SB-2016-0114	2017-05-03	50	43	0	{"temp_c": 25, "light_h": 8, "pretreatment": null}
214	SB-2016-0114	2020-10-18	50	36	6	{"temp_c": 15, "light_h": 8, "pretreatment": "scarify"}
215	SB-2016-0114	2021-12-28	200	132	0	{"temp_c": 20, "light_h": 12, "pretreatment": "scarify"}
216	SB-2009-0115	2009-05-14	40	22	11	{"temp_c": 20, "light_h": 12, "pretreatment": null}
217	SB-2009-0115	2012-08-16	50	33	2	{"temp_c": 20, "light_h": 12, "pretreatment": null}
218	SB-2009-0115	2014-01-22	50	29	3	{"temp_c": 20, "light_h": 8, "pretreatment": null}
219	SB-2013-0116	2013-11-30	50	36	14	{"temp_c": 15, "light_h": 12, "pretreatment": "stratify"}
220	SB-2013-0116	2016-10-22	50	47	0	{"temp_c": 25, "light_h": 12, "pretreatment": "scarify"}
221	SB-2022-0117	2022-11-04	200	140	36	{"temp_c": 15, "light_h": 8, "pretreatment": "gibberellin"}
222	SB-2022-0117	2023-12-03	200	145	8	{"temp_c": 15, "light_h": 0, "pretreatment": "scarify"}
223	SB-2011-0118	2012-03-21	50	36	1	{"temp_c": 15, "light_h": 0, "pretreatment": null}
224	SB-2011-0118	2014-05-21	50	31	0	{"temp_c": 25, "light_h": 8, "pretreatment": "stratify"}
225	SB-2021-0119	2021-09-25	50	36	14	{"temp_c": 15, "light_h": 12, "pretreatment": null}
226	SB-2012-0120	2013-06-13	50	33	2	{"temp_c": 15, "light_h": 0, "pretreatment": "stratify"}
227	SB-2012-0120	2014-11-02	40	19	11	{"temp_c": 15, "light_h": 8, "pretreatment": "stratify"}
228	SB-2011-0121	2011-04-21	100	69	0	{"temp_c": 25, "light_h": 8, "pretreatment": "stratify"}
229	SB-2011-0121	2014-01-18	200	94	56	{"temp_c": 20, "light_h": 12, "pretreatment": "stratify"}
230	SB-2015-0124	2015-06-27	50	47	0	{"temp_c": 20, "light_h": 0, "pretreatment": null}
231	SB-2010-0125	2010-04-22	200	151	0	{"temp_c": 20, "light_h": 0, "pretreatment": null}
232	SB-2010-0125	2012-07-29	50	33	3	{"temp_c": 15, "light_h": 12, "pretreatment": "scarify"}
233	SB-2010-0125	2015-06-30	100	48	28	{"temp_c": 20, "light_h": 0, "pretreatment": "stratify"}
234	SB-2023-0126	2024-02-20	50	32	9	{"temp_c": 20, "light_h": 0, "pretreatment": null}
235	SB-2010-0127	2010-06-10	50	28	9	{"temp_c": 15, "light_h": 12, "pretreatment": "scarify"}
236	SB-2010-0127	2013-08-20	200	93	36	{"temp_c": 15, "light_h": 12, "pretreatment": "stratify"}
237	SB-2011-0128	2011-07-03	50	46	0	{"temp_c": 15, "light_h": 12, "pretreatment": "stratify"}
238	SB-2021-0129	2022-03-26	50	33	0	{"temp_c": 25, "light_h": 12, "pretreatment": "stratify"}
239	SB-2015-0130	2015-03-06	200	118	56	{"temp_c": 15, "light_h": 0, "pretreatment": null}
240	SB-2015-0130	2018-03-27	100	82	2	{"temp_c": 15, "light_h": 12, "pretreatment": "stratify"}
241	SB-2015-0130	2021-01-05	100	75	6	{"temp_c": 25, "light_h": 8, "pretreatment": "stratify"}
242	SB-2017-0133	2017-08-26	50	50	0	{"temp_c": 15, "light_h": 8, "pretreatment": "scarify"}
243	SB-2017-0133	2020-01-30	200	173	8	{"temp_c": 15, "light_h": 12, "pretreatment": "stratify"}
244	SB-2017-0133	2021-04-14	40	34	2	{"temp_c": 25, "light_h": 0, "pretreatment": null}
245	SB-2009-0137	2009-08-24	40	31	4	{"temp_c": 15, "light_h": 0, "pretreatment": null}
246	SB-2009-0137	2012-05-18	50	37	6	{"temp_c": 20, "light_h": 8, "pretreatment": null}
247	SB-2017-0139	2017-08-04	200	187	12	{"temp_c": 25, "light_h": 8, "pretreatment": "stratify"}
248	SB-2017-0139	2019-03-31	50	45	1	{"temp_c": 25, "light_h": 12, "pretreatment": "stratify"}
249	SB-2015-0140	2015-08-05	40	39	0	{"temp_c": 25, "light_h": 8, "pretreatment": "stratify"}
250	SB-2015-0140	2016-09-18	200	123	36	{"temp_c": 25, "light_h": 8, "pretreatment": "gibberellin"}
251	SB-2015-0140	2018-12-06	200	144	8	{"temp_c": 15, "light_h": 12, "pretreatment": null}
252	SB-2015-0141	2016-02-21	200	170	4	{"temp_c": 15, "light_h": 8, "pretreatment": null}
253	SB-2009-0143	2009-09-01	40	34	0	{"temp_c": 25, "light_h": 0, "pretreatment": null}
254	SB-2015-0144	2015-09-12	200	186	8	{"temp_c": 25, "light_h": 12, "pretreatment": "scarify"}
255	SB-2015-0144	2018-03-02	40	34	1	{"temp_c": 15, "light_h": 0, "pretreatment": "stratify"}
256	SB-2020-0146	2020-11-02	50	43	6	{"temp_c": 15, "light_h": 12, "pretreatment": "gibberellin"}
257	SB-2020-0146	2022-09-25	200	186	4	{"temp_c": 15, "light_h": 12, "pretreatment": null}
258	SB-2017-0147	2017-10-05	100	68	0	{"temp_c": 15, "light_h": 12, "pretreatment": null}
259	SB-2017-0147	2020-08-01	200	93	56	{"temp_c": 20, "light_h": 12, "pretreatment": null}
260	SB-2017-0147	2022-07-13	40	19	7	{"temp_c": 20, "light_h": 0, "pretreatment": "scarify"}
261	SB-2017-0147	2024-05-08	100	49	6	{"temp_c": 20, "light_h": 0, "pretreatment": "gibberellin"}
262	SB-2012-0148	2013-07-18	50	39	6	{"temp_c": 25, "light_h": 8, "pretreatment": "stratify"}
263	SB-2012-0148	2016-02-05	40	29	4	{"temp_c": 25, "light_h": 0, "pretreatment": "scarify"}
264	SB-2014-0150	2014-09-21	100	45	28	{"temp_c": 20, "light_h": 8, "pretreatment": "gibberellin"}
265	SB-2014-0150	2016-12-11	50	21	14	{"temp_c": 25, "light_h": 0, "pretreatment": "gibberellin"}
266	SB-2012-0151	2012-10-16	50	43	2	{"temp_c": 25, "light_h": 12, "pretreatment": "scarify"}
267	SB-2012-0151	2014-04-07	50	36	6	{"temp_c": 25, "light_h": 12, "pretreatment": "gibberellin"}
268	SB-2009-0152	2010-03-24	50	35	0	{"temp_c": 15, "light_h": 0, "pretreatment": "stratify"}
269	SB-2009-0152	2013-01-18	40	28	1	{"temp_c": 15, "light_h": 8, "pretreatment": "stratify"}
270	SB-2009-0153	2009-08-01	200	156	0	{"temp_c": 15, "light_h": 0, "pretreatment": "scarify"}
271	SB-2009-0153	2011-03-13	50	32	6	{"temp_c": 15, "light_h": 0, "pretreatment": null}
272	SB-2023-0154	2023-09-01	40	36	0	{"temp_c": 25, "light_h": 0, "pretreatment": "gibberellin"}
273	SB-2012-0155	2012-07-28	200	158	0	{"temp_c": 20, "light_h": 12, "pretreatment": null}
274	SB-2013-0156	2013-10-03	200	136	56	{"temp_c": 15, "light_h": 8, "pretreatment": "stratify"}
275	SB-2013-0156	2015-02-18	50	44	1	{"temp_c": 15, "light_h": 8, "pretreatment": null}
276	SB-2013-0156	2018-01-06	40	32	0	{"temp_c": 15, "light_h": 12, "pretreatment": "scarify"}
277	SB-2013-0156	2018-12-01	50	37	6	{"temp_c": 20, "light_h": 8, "pretreatment": null}
278	SB-2015-0157	2016-03-31	100	72	12	{"temp_c": 15, "light_h": 12, "pretreatment": "stratify"}
279	SB-2014-0158	2014-10-30	40	27	2	{"temp_c": 20, "light_h": 12, "pretreatment": "stratify"}
280	SB-2014-0158	2017-07-23	40	19	11	{"temp_c": 20, "light_h": 8, "pretreatment": "scarify"}
281	SB-2014-0158	2020-02-20	100	38	28	{"temp_c": 15, "light_h": 8, "pretreatment": null}
282	SB-2014-0158	2023-01-19	100	52	4	{"temp_c": 20, "light_h": 8, "pretreatment": null}
283	SB-2017-0159	2017-07-18	40	32	2	{"temp_c": 20, "light_h": 12, "pretreatment": "stratify"}
284	SB-2017-0159	2019-03-30	100	74	6	{"temp_c": 25, "light_h": 0, "pretreatment": "gibberellin"}
285	SB-2022-0160	2023-05-18	100	91	4	{"temp_c": 25, "light_h": 8, "pretreatment": "gibberellin"}
286	SB-2009-0161	2010-03-12	50	34	6	{"temp_c": 25, "light_h": 0, "pretreatment": "stratify"}
287	SB-2018-0162	2019-01-04	200	165	12	{"temp_c": 20, "light_h": 8, "pretreatment": "gibberellin"}
288	SB-2018-0162	2020-09-20	40	34	1	{"temp_c": 20, "light_h": 0, "pretreatment": "scarify"}
289	SB-2018-0162	2021-12-30	50	41	0	{"temp_c": 20, "light_h": 12, "pretreatment": "stratify"}
290	SB-2018-0162	2023-08-30	200	107	56	{"temp_c": 20, "light_h": 12, "pretreatment": null}
291	SB-2014-0163	2015-08-22	50	41	3	{"temp_c": 25, "light_h": 0, "pretreatment": null}
292	SB-2018-0165	2018-06-27	100	52	28	{"temp_c": 15, "light_h": 8, "pretreatment": "scarify"}
293	SB-2018-0165	2021-04-10	100	68	4	{"temp_c": 25, "light_h": 8, "pretreatment": "scarify"}
294	SB-2017-0167	2017-12-22	40	35	1	{"temp_c": 25, "light_h": 0, "pretreatment": null}
295	SB-2017-0167	2019-08-12	50	35	0	{"temp_c": 25, "light_h": 0, "pretreatment": "scarify"}
296	SB-2012-0168	2012-10-02	200	114	0	{"temp_c": 20, "light_h": 12, "pretreatment": null}
297	SB-2020-0169	2021-02-01	50	35	3	{"temp_c": 20, "light_h": 8, "pretreatment": "stratify"}
298	SB-2010-0170	2011-05-15	50	45	0	{"temp_c": 15, "light_h": 12, "pretreatment": "stratify"}
299	SB-2017-0171	2017-12-11	100	60	18	{"temp_c": 20, "light_h": 0, "pretreatment": null}
300	SB-2021-0172	2022-03-03	50	40	1	{"temp_c": 25, "light_h": 0, "pretreatment": null}
301	SB-2020-0173	2020-08-30	200	123	12	{"temp_c": 25, "light_h": 12, "pretreatment": "gibberellin"}
302	SB-2020-0173	2021-09-08	100	43	28	{"temp_c": 25, "light_h": 0, "pretreatment": "gibberellin"}
303	SB-2023-0174	2023-11-17	50	31	6	{"temp_c": 25, "light_h": 12, "pretreatment": "gibberellin"}
304	SB-2016-0175	2016-08-12	50	33	14	{"temp_c": 25, "light_h": 8, "pretreatment": "scarify"}
305	SB-2016-0175	2018-05-29	50	36	9	{"temp_c": 20, "light_h": 8, "pretreatment": "gibberellin"}
306	SB-2020-0176	2020-05-20	100	88	6	{"temp_c": 25, "light_h": 12, "pretreatment": "stratify"}
307	SB-2020-0176	2021-10-01	50	40	3	{"temp_c": 20, "light_h": 0, "pretreatment": "stratify"}
308	SB-2020-0176	2023-07-02	50	39	6	{"temp_c": 15, "light_h": 8, "pretreatment": "scarify"}
309	SB-2019-0177	2019-08-26	100	77	18	{"temp_c": 20, "light_h": 8, "pretreatment": null}
310	SB-2019-0177	2022-05-22	100	86	6	{"temp_c": 25, "light_h": 12, "pretreatment": null}
311	SB-2019-0177	2024-01-28	50	47	0	{"temp_c": 15, "light_h": 12, "pretreatment": null}
312	SB-2014-0178	2014-09-29	50	41	3	{"temp_c": 15, "light_h": 12, "pretreatment": "scarify"}
313	SB-2014-0178	2015-11-26	100	84	2	{"temp_c": 20, "light_h": 8, "pretreatment": "scarify"}
314	SB-2016-0179	2016-08-11	50	35	14	{"temp_c": 20, "light_h": 0, "pretreatment": null}
315	SB-2016-0179	2017-08-23	200	189	4	{"temp_c": 20, "light_h": 12, "pretreatment": "gibberellin"}
316	SB-2016-0179	2019-04-22	100	72	6	{"temp_c": 25, "light_h": 12, "pretreatment": null}
317	SB-2016-0179	2020-06-26	40	31	2	{"temp_c": 15, "light_h": 0, "pretreatment": "stratify"}
318	SB-2012-0180	2012-09-29	40	37	0	{"temp_c": 25, "light_h": 12, "pretreatment": null}
319	SB-2012-0180	2015-05-05	50	47	1	{"temp_c": 20, "light_h": 8, "pretreatment": null}
320	SB-2012-0180	2017-07-13	50	35	9	{"temp_c": 25, "light_h": 12, "pretreatment": "gibberellin"}
321	SB-2012-0181	2012-12-29	100	74	18	{"temp_c": 25, "light_h": 12, "pretreatment": "stratify"}
322	SB-2012-0181	2016-06-06	200	180	0	{"temp_c": 15, "light_h": 8, "pretreatment": "scarify"}
323	SB-2012-0181	2017-09-20	50	36	0	{"temp_c": 20, "light_h": 0, "pretreatment": "gibberellin"}
324	SB-2012-0181	2020-05-08	40	28	1	{"temp_c": 20, "light_h": 8, "pretreatment": null}
325	SB-2013-0183	2013-10-24	200	178	0	{"temp_c": 15, "light_h": 8, "pretreatment": null}
326	SB-2010-0184	2010-05-23	50	35	1	{"temp_c": 25, "light_h": 8, "pretreatment": null}
327	SB-2010-0184	2013-07-30	200	132	4	{"temp_c": 20, "light_h": 12, "pretreatment": "gibberellin"}
328	SB-2010-0184	2016-02-04	100	62	6	{"temp_c": 25, "light_h": 12, "pretreatment": null}
329	SB-2010-0184	2019-07-22	50	28	2	{"temp_c": 15, "light_h": 8, "pretreatment": "stratify"}
330	SB-2020-0185	2020-06-17	40	40	0	{"temp_c": 25, "light_h": 0, "pretreatment": null}
331	SB-2020-0185	2022-02-03	40	39	0	{"temp_c": 20, "light_h": 8, "pretreatment": "stratify"}
332	SB-2018-0186	2018-11-24	40	36	0	{"temp_c": 20, "light_h": 8, "pretreatment": "gibberellin"}
333	SB-2018-0186	2021-04-12	40	34	2	{"temp_c": 25, "light_h": 0, "pretreatment": "scarify"}
334	SB-2018-0186	2023-05-20	50	38	3	{"temp_c": 15, "light_h": 0, "pretreatment": null}
335	SB-2015-0187	2016-01-26	50	42	6	{"temp_c": 15, "light_h": 0, "pretreatment": null}
336	SB-2015-0187	2017-09-06	100	85	6	{"temp_c": 20, "light_h": 0, "pretreatment": null}
337	SB-2021-0188	2021-05-24	50	36	3	{"temp_c": 20, "light_h": 0, "pretreatment": "gibberellin"}
338	SB-2021-0188	2023-03-28	40	30	1	{"temp_c": 15, "light_h": 8, "pretreatment": null}
339	SB-2011-0189	2011-03-15	200	151	36	{"temp_c": 20, "light_h": 12, "pretreatment": "scarify"}
340	SB-2011-0189	2013-01-22	50	43	0	{"temp_c": 15, "light_h": 8, "pretreatment": null}
341	SB-2011-0190	2011-12-29	50	28	9	{"temp_c": 20, "light_h": 12, "pretreatment": null}
342	SB-2011-0190	2014-03-10	100	61	2	{"temp_c": 15, "light_h": 8, "pretreatment": "scarify"}
343	SB-2009-0191	2009-10-01	40	29	11	{"temp_c": 25, "light_h": 12, "pretreatment": "scarify"}
344	SB-2008-0192	2008-09-13	200	107	24	{"temp_c": 15, "light_h": 8, "pretreatment": "stratify"}
345	SB-2008-0192	2011-06-27	40	22	0	{"temp_c": 20, "light_h": 0, "pretreatment": null}
346	SB-2021-0193	2022-04-18	200	175	0	{"temp_c": 25, "light_h": 8, "pretreatment": "gibberellin"}
347	SB-2021-0193	2024-04-04	50	27	14	{"temp_c": 20, "light_h": 8, "pretreatment": "scarify"}
348	SB-2010-0194	2010-10-15	50	44	3	{"temp_c": 15, "light_h": 0, "pretreatment": null}
349	SB-2010-0194	2012-05-01	100	73	18	{"temp_c": 15, "light_h": 8, "pretreatment": "scarify"}
350	SB-2020-0195	2021-02-16	40	34	0	{"temp_c": 20, "light_h": 12, "pretreatment": "scarify"}
351	SB-2013-0196	2014-03-14	40	40	0	{"temp_c": 15, "light_h": 8, "pretreatment": "scarify"}
352	SB-2014-0197	2014-12-19	50	37	9	{"temp_c": 15, "light_h": 0, "pretreatment": "scarify"}
353	SB-2014-0197	2016-10-08	200	126	56	{"temp_c": 25, "light_h": 8, "pretreatment": null}
354	SB-2010-0198	2010-06-09	50	35	3	{"temp_c": 25, "light_h": 12, "pretreatment": null}
355	SB-2013-0200	2013-08-25	50	50	0	{"temp_c": 20, "light_h": 12, "pretreatment": "gibberellin"}
356	SB-2013-0200	2015-12-08	100	96	0	{"temp_c": 20, "light_h": 12, "pretreatment": "stratify"}
357	SB-2013-0200	2018-01-30	200	170	8	{"temp_c": 15, "light_h": 12, "pretreatment": "gibberellin"}
358	SB-2013-0201	2013-02-11	50	42	0	{"temp_c": 25, "light_h": 12, "pretreatment": "stratify"}
359	SB-2013-0201	2016-05-02	100	70	0	{"temp_c": 15, "light_h": 12, "pretreatment": "stratify"}
360	SB-2009-0202	2010-02-01	40	30	4	{"temp_c": 20, "light_h": 12, "pretreatment": "scarify"}
361	SB-2009-0202	2011-03-06	50	42	0	{"temp_c": 20, "light_h": 8, "pretreatment": "scarify"}
362	SB-2015-0204	2015-09-02	100	67	2	{"temp_c": 15, "light_h": 8, "pretreatment": "stratify"}
363	SB-2015-0204	2018-06-21	200	105	12	{"temp_c": 15, "light_h": 0, "pretreatment": null}
364	SB-2009-0205	2010-05-27	100	53	18	{"temp_c": 25, "light_h": 0, "pretreatment": null}
365	SB-2009-0205	2013-10-18	50	27	9	{"temp_c": 15, "light_h": 12, "pretreatment": "scarify"}
366	SB-2009-0205	2015-08-14	40	21	0	{"temp_c": 20, "light_h": 0, "pretreatment": null}
367	SB-2009-0205	2019-02-10	50	17	14	{"temp_c": 15, "light_h": 0, "pretreatment": "gibberellin"}
368	SB-2023-0207	2023-07-25	50	49	1	{"temp_c": 20, "light_h": 12, "pretreatment": "scarify"}
369	SB-2009-0208	2010-01-06	200	150	36	{"temp_c": 15, "light_h": 0, "pretreatment": null}
370	SB-2009-0208	2012-05-16	200	114	56	{"temp_c": 15, "light_h": 12, "pretreatment": null}
371	SB-2009-0211	2009-09-05	40	37	0	{"temp_c": 20, "light_h": 8, "pretreatment": "stratify"}
372	SB-2009-0211	2013-01-05	40	37	0	{"temp_c": 25, "light_h": 0, "pretreatment": "gibberellin"}
373	SB-2009-0211	2014-08-27	50	39	2	{"temp_c": 20, "light_h": 0, "pretreatment": null}
374	SB-2021-0212	2021-12-03	40	26	0	{"temp_c": 25, "light_h": 12, "pretreatment": "gibberellin"}
375	SB-2021-0212	2024-06-15	50	29	3	{"temp_c": 20, "light_h": 8, "pretreatment": null}
376	SB-2020-0213	2020-04-09	50	30	14	{"temp_c": 25, "light_h": 12, "pretreatment": "gibberellin"}
377	SB-2020-0213	2022-09-23	50	36	0	{"temp_c": 15, "light_h": 12, "pretreatment": null}
378	SB-2023-0214	2023-09-03	50	50	0	{"temp_c": 15, "light_h": 0, "pretreatment": "gibberellin"}
379	SB-2016-0215	2017-04-11	100	64	28	{"temp_c": 15, "light_h": 12, "pretreatment": "scarify"}
380	SB-2016-0215	2020-06-03	40	23	11	{"temp_c": 20, "light_h": 8, "pretreatment": "stratify"}
381	SB-2016-0215	2021-11-22	200	154	0	{"temp_c": 20, "light_h": 12, "pretreatment": null}
382	SB-2011-0216	2011-11-05	200	122	24	{"temp_c": 20, "light_h": 0, "pretreatment": "stratify"}
383	SB-2011-0216	2014-03-22	50	33	0	{"temp_c": 20, "light_h": 12, "pretreatment": null}
384	SB-2011-0216	2016-07-01	40	25	0	{"temp_c": 15, "light_h": 0, "pretreatment": "stratify"}
385	SB-2011-0216	2019-03-15	40	22	4	{"temp_c": 15, "light_h": 8, "pretreatment": null}
386	SB-2016-0217	2017-02-14	200	87	56	{"temp_c": 20, "light_h": 8, "pretreatment": "scarify"}
387	SB-2016-0217	2018-06-29	50	25	3	{"temp_c": 20, "light_h": 0, "pretreatment": "stratify"}
388	SB-2017-0218	2018-04-08	100	73	6	{"temp_c": 20, "light_h": 0, "pretreatment": "scarify"}
389	SB-2017-0218	2019-05-31	50	34	1	{"temp_c": 15, "light_h": 0, "pretreatment": null}
390	SB-2017-0218	2020-06-09	50	33	0	{"temp_c": 20, "light_h": 8, "pretreatment": null}
391	SB-2017-0218	2022-08-23	40	17	11	{"temp_c": 25, "light_h": 8, "pretreatment": null}
392	SB-2015-0219	2016-05-07	200	184	8	{"temp_c": 20, "light_h": 12, "pretreatment": "gibberellin"}
393	SB-2009-0220	2009-10-20	50	43	0	{"temp_c": 25, "light_h": 12, "pretreatment": "scarify"}
394	SB-2009-0220	2012-10-04	200	144	36	{"temp_c": 15, "light_h": 8, "pretreatment": null}
395	SB-2009-0220	2015-11-14	50	38	2	{"temp_c": 25, "light_h": 0, "pretreatment": "gibberellin"}
396	SB-2009-0220	2017-03-25	50	33	9	{"temp_c": 25, "light_h": 8, "pretreatment": null}
397	SB-2023-0222	2023-11-03	200	103	56	{"temp_c": 25, "light_h": 0, "pretreatment": null}
398	SB-2022-0223	2023-01-19	50	40	3	{"temp_c": 20, "light_h": 12, "pretreatment": "scarify"}
399	SB-2020-0224	2020-10-09	50	34	1	{"temp_c": 25, "light_h": 12, "pretreatment": "stratify"}
400	SB-2020-0224	2021-11-11	40	18	7	{"temp_c": 15, "light_h": 8, "pretreatment": "scarify"}
401	SB-2010-0225	2010-11-10	40	26	7	{"temp_c": 15, "light_h": 8, "pretreatment": "gibberellin"}
402	SB-2010-0225	2012-02-23	50	36	0	{"temp_c": 15, "light_h": 12, "pretreatment": "stratify"}
403	SB-2010-0225	2015-01-04	50	33	0	{"temp_c": 15, "light_h": 0, "pretreatment": null}
404	SB-2010-0225	2017-01-21	50	32	2	{"temp_c": 20, "light_h": 0, "pretreatment": "scarify"}
405	SB-2022-0226	2022-11-05	40	29	0	{"temp_c": 15, "light_h": 8, "pretreatment": "gibberellin"}
406	SB-2011-0227	2012-04-14	200	179	8	{"temp_c": 15, "light_h": 0, "pretreatment": "scarify"}
407	SB-2011-0227	2015-04-29	50	44	1	{"temp_c": 20, "light_h": 0, "pretreatment": "stratify"}
408	SB-2022-0228	2022-10-07	100	79	18	{"temp_c": 20, "light_h": 8, "pretreatment": "stratify"}
409	SB-2010-0230	2011-01-26	40	31	2	{"temp_c": 15, "light_h": 12, "pretreatment": null}
410	SB-2010-0230	2012-04-17	100	80	2	{"temp_c": 15, "light_h": 12, "pretreatment": null}
411	SB-2022-0231	2023-06-07	50	28	14	{"temp_c": 20, "light_h": 12, "pretreatment": "gibberellin"}
412	SB-2021-0232	2021-06-22	40	32	7	{"temp_c": 25, "light_h": 0, "pretreatment": null}
413	SB-2021-0232	2022-06-29	200	169	0	{"temp_c": 20, "light_h": 8, "pretreatment": "scarify"}
414	SB-2021-0234	2021-09-15	100	74	0	{"temp_c": 15, "light_h": 0, "pretreatment": null}
415	SB-2012-0235	2012-07-08	100	80	0	{"temp_c": 25, "light_h": 8, "pretreatment": "stratify"}
416	SB-2012-0235	2014-01-23	50	31	6	{"temp_c": 20, "light_h": 8, "pretreatment": null}
417	SB-2018-0236	2019-05-05	40	37	2	{"temp_c": 15, "light_h": 0, "pretreatment": "gibberellin"}
418	SB-2018-0236	2022-11-16	40	26	11	{"temp_c": 25, "light_h": 0, "pretreatment": "gibberellin"}
419	SB-2013-0238	2014-03-10	50	39	6	{"temp_c": 15, "light_h": 8, "pretreatment": "stratify"}
420	SB-2010-0239	2010-07-29	50	36	2	{"temp_c": 20, "light_h": 0, "pretreatment": "scarify"}
421	SB-2010-0239	2013-06-14	50	34	6	{"temp_c": 20, "light_h": 8, "pretreatment": "stratify"}
422	SB-2010-0239	2015-05-25	40	25	0	{"temp_c": 25, "light_h": 0, "pretreatment": null}
423	SB-2012-0240	2013-01-16	100	88	0	{"temp_c": 25, "light_h": 8, "pretreatment": null}
424	SB-2012-0240	2015-02-27	40	33	0	{"temp_c": 25, "light_h": 8, "pretreatment": "stratify"}
425	SB-2012-0240	2016-04-16	50	35	6	{"temp_c": 25, "light_h": 0, "pretreatment": "stratify"}
426	SB-2012-0240	2019-01-26	100	73	4	{"temp_c": 25, "light_h": 12, "pretreatment": null}
427	SB-2009-0241	2010-03-28	50	31	0	{"temp_c": 25, "light_h": 0, "pretreatment": "scarify"}
428	SB-2009-0241	2011-12-02	100	57	4	{"temp_c": 15, "light_h": 12, "pretreatment": "gibberellin"}
429	SB-2009-0241	2014-02-26	200	95	0	{"temp_c": 25, "light_h": 12, "pretreatment": "gibberellin"}
430	SB-2023-0242	2024-04-06	100	85	6	{"temp_c": 20, "light_h": 0, "pretreatment": "gibberellin"}
431	SB-2016-0243	2016-12-31	100	66	28	{"temp_c": 15, "light_h": 0, "pretreatment": null}
432	SB-2016-0243	2018-02-22	200	163	12	{"temp_c": 25, "light_h": 12, "pretreatment": "gibberellin"}
433	SB-2017-0244	2018-02-18	40	29	4	{"temp_c": 15, "light_h": 12, "pretreatment": "gibberellin"}
434	SB-2017-0244	2020-07-13	200	142	24	{"temp_c": 25, "light_h": 0, "pretreatment": null}
435	SB-2013-0246	2013-11-26	50	32	0	{"temp_c": 25, "light_h": 12, "pretreatment": "stratify"}
436	SB-2013-0246	2016-12-17	40	25	7	{"temp_c": 25, "light_h": 8, "pretreatment": null}
437	SB-2019-0247	2019-11-12	200	130	36	{"temp_c": 15, "light_h": 12, "pretreatment": "gibberellin"}
438	SB-2019-0247	2022-05-26	40	28	4	{"temp_c": 20, "light_h": 0, "pretreatment": null}
439	SB-2019-0247	2023-11-30	200	119	24	{"temp_c": 15, "light_h": 12, "pretreatment": "gibberellin"}
440	SB-2018-0248	2019-03-24	200	185	0	{"temp_c": 25, "light_h": 12, "pretreatment": "stratify"}
441	SB-2018-0248	2020-12-19	40	26	11	{"temp_c": 15, "light_h": 0, "pretreatment": "gibberellin"}
442	SB-2013-0250	2013-08-27	50	47	1	{"temp_c": 25, "light_h": 8, "pretreatment": "scarify"}
443	SB-2013-0250	2015-03-26	50	42	1	{"temp_c": 25, "light_h": 12, "pretreatment": "gibberellin"}
444	SB-2013-0250	2018-09-15	40	29	7	{"temp_c": 15, "light_h": 12, "pretreatment": null}
445	SB-2013-0250	2022-02-26	100	71	4	{"temp_c": 25, "light_h": 8, "pretreatment": "stratify"}
446	SB-2013-0252	2013-07-05	50	45	3	{"temp_c": 25, "light_h": 8, "pretreatment": null}
447	SB-2017-0253	2018-08-12	100	98	2	{"temp_c": 15, "light_h": 0, "pretreatment": "scarify"}
448	SB-2017-0253	2020-12-28	50	46	1	{"temp_c": 20, "light_h": 12, "pretreatment": null}
449	SB-2017-0253	2022-09-20	50	31	14	{"temp_c": 15, "light_h": 12, "pretreatment": "stratify"}
450	SB-2021-0254	2021-03-21	50	33	0	{"temp_c": 25, "light_h": 0, "pretreatment": null}
451	SB-2021-0254	2023-05-03	50	22	14	{"temp_c": 15, "light_h": 8, "pretreatment": "scarify"}
452	SB-2021-0254	2024-06-12	40	23	0	{"temp_c": 15, "light_h": 8, "pretreatment": "scarify"}
453	SB-2009-0256	2009-12-04	200	132	56	{"temp_c": 20, "light_h": 12, "pretreatment": "scarify"}
454	SB-2009-0256	2011-06-23	50	42	2	{"temp_c": 20, "light_h": 8, "pretreatment": null}
455	SB-2021-0257	2022-02-25	40	23	0	{"temp_c": 15, "light_h": 12, "pretreatment": "gibberellin"}
456	SB-2017-0258	2017-12-27	50	30	9	{"temp_c": 20, "light_h": 12, "pretreatment": "scarify"}
457	SB-2017-0258	2019-02-13	200	128	4	{"temp_c": 15, "light_h": 8, "pretreatment": null}
458	SB-2017-0258	2021-11-28	200	110	0	{"temp_c": 20, "light_h": 8, "pretreatment": "scarify"}
459	SB-2014-0259	2014-04-04	100	57	12	{"temp_c": 20, "light_h": 12, "pretreatment": "scarify"}
460	SB-2014-0259	2015-05-12	40	22	2	{"temp_c": 15, "light_h": 12, "pretreatment": null}
461	SB-2014-0259	2016-04-02	50	28	0	{"temp_c": 20, "light_h": 8, "pretreatment": "stratify"}
462	SB-2014-0260	2014-04-04	40	27	11	{"temp_c": 15, "light_h": 0, "pretreatment": "gibberellin"}
463	SB-2014-0260	2016-08-14	200	175	4	{"temp_c": 15, "light_h": 0, "pretreatment": null}
464	SB-2010-0261	2010-11-27	50	38	3	{"temp_c": 15, "light_h": 12, "pretreatment": "scarify"}
465	SB-2010-0261	2013-11-17	40	23	11	{"temp_c": 25, "light_h": 8, "pretreatment": "stratify"}
466	SB-2010-0261	2015-10-15	40	26	4	{"temp_c": 15, "light_h": 8, "pretreatment": "scarify"}
467	SB-2018-0262	2019-02-21	100	64	0	{"temp_c": 20, "light_h": 8, "pretreatment": "scarify"}
468	SB-2009-0263	2010-04-24	40	40	0	{"temp_c": 20, "light_h": 0, "pretreatment": "gibberellin"}
469	SB-2009-0263	2013-04-02	200	160	24	{"temp_c": 25, "light_h": 8, "pretreatment": "scarify"}
470	SB-2018-0264	2018-10-26	200	150	12	{"temp_c": 20, "light_h": 8, "pretreatment": "scarify"}
471	SB-2018-0264	2022-03-26	50	33	9	{"temp_c": 15, "light_h": 8, "pretreatment": null}
472	SB-2018-0264	2024-02-06	100	63	12	{"temp_c": 20, "light_h": 12, "pretreatment": "stratify"}
473	SB-2011-0265	2011-06-15	40	30	4	{"temp_c": 25, "light_h": 12, "pretreatment": "gibberellin"}
474	SB-2011-0265	2013-01-13	100	74	2	{"temp_c": 15, "light_h": 0, "pretreatment": null}
475	SB-2011-0265	2015-10-21	40	26	1	{"temp_c": 25, "light_h": 12, "pretreatment": null}
476	SB-2012-0266	2012-11-29	40	32	0	{"temp_c": 15, "light_h": 12, "pretreatment": "scarify"}
477	SB-2012-0266	2015-02-28	50	28	14	{"temp_c": 25, "light_h": 12, "pretreatment": null}
478	SB-2008-0267	2009-06-07	50	44	3	{"temp_c": 20, "light_h": 12, "pretreatment": null}
479	SB-2008-0267	2012-10-01	40	26	11	{"temp_c": 20, "light_h": 8, "pretreatment": null}
480	SB-2012-0268	2013-03-22	200	144	56	{"temp_c": 25, "light_h": 8, "pretreatment": null}
481	SB-2012-0268	2014-09-10	200	192	8	{"temp_c": 25, "light_h": 0, "pretreatment": null}
482	SB-2012-0268	2016-11-16	50	39	6	{"temp_c": 25, "light_h": 0, "pretreatment": null}
483	SB-2012-0268	2018-07-31	50	30	14	{"temp_c": 20, "light_h": 8, "pretreatment": "stratify"}
484	SB-2016-0269	2016-06-10	50	32	14	{"temp_c": 15, "light_h": 8, "pretreatment": null}
485	SB-2016-0269	2017-12-10	200	178	0	{"temp_c": 25, "light_h": 0, "pretreatment": null}
486	SB-2016-0269	2021-02-20	50	35	9	{"temp_c": 25, "light_h": 8, "pretreatment": null}
487	SB-2020-0270	2021-07-09	40	38	0	{"temp_c": 15, "light_h": 8, "pretreatment": null}
488	SB-2019-0271	2019-11-08	50	33	0	{"temp_c": 15, "light_h": 8, "pretreatment": null}
489	SB-2019-0271	2021-10-06	50	28	2	{"temp_c": 25, "light_h": 12, "pretreatment": null}
490	SB-2013-0273	2013-12-18	40	35	0	{"temp_c": 15, "light_h": 0, "pretreatment": "stratify"}
491	SB-2013-0273	2015-11-10	50	40	1	{"temp_c": 15, "light_h": 0, "pretreatment": null}
492	SB-2013-0275	2013-07-28	50	28	14	{"temp_c": 20, "light_h": 8, "pretreatment": "gibberellin"}
493	SB-2014-0276	2015-03-06	200	169	4	{"temp_c": 15, "light_h": 12, "pretreatment": "stratify"}
494	SB-2014-0276	2017-02-14	200	119	36	{"temp_c": 25, "light_h": 8, "pretreatment": "scarify"}
495	SB-2017-0278	2018-01-28	100	87	6	{"temp_c": 15, "light_h": 0, "pretreatment": "scarify"}
496	SB-2017-0278	2019-04-02	100	80	2	{"temp_c": 20, "light_h": 12, "pretreatment": "gibberellin"}
497	SB-2017-0278	2020-12-28	40	28	2	{"temp_c": 20, "light_h": 8, "pretreatment": "stratify"}
498	SB-2019-0279	2019-08-25	40	30	0	{"temp_c": 25, "light_h": 8, "pretreatment": null}
499	SB-2019-0279	2022-08-27	100	61	28	{"temp_c": 15, "light_h": 12, "pretreatment": "stratify"}
500	SB-2009-0280	2010-01-24	40	22	11	{"temp_c": 15, "light_h": 12, "pretreatment": null}
501	SB-2009-0280	2010-12-31	50	34	0	{"temp_c": 15, "light_h": 12, "pretreatment": "gibberellin"}
502	SB-2010-0282	2010-07-28	50	29	0	{"temp_c": 25, "light_h": 12, "pretreatment": "stratify"}
503	SB-2010-0282	2013-12-11	200	113	8	{"temp_c": 25, "light_h": 12, "pretreatment": "gibberellin"}
504	SB-2012-0283	2012-03-26	100	100	0	{"temp_c": 15, "light_h": 8, "pretreatment": "gibberellin"}
505	SB-2012-0283	2013-11-22	200	172	4	{"temp_c": 25, "light_h": 8, "pretreatment": "stratify"}
506	SB-2022-0284	2022-09-24	100	93	6	{"temp_c": 20, "light_h": 12, "pretreatment": null}
507	SB-2023-0285	2023-08-18	100	62	28	{"temp_c": 25, "light_h": 8, "pretreatment": "scarify"}
508	SB-2011-0286	2011-11-12	50	28	9	{"temp_c": 15, "light_h": 0, "pretreatment": null}
509	SB-2011-0286	2015-05-18	50	27	6	{"temp_c": 20, "light_h": 8, "pretreatment": null}
510	SB-2011-0286	2016-09-03	40	26	0	{"temp_c": 15, "light_h": 8, "pretreatment": "scarify"}
511	SB-2011-0286	2019-01-09	200	101	12	{"temp_c": 25, "light_h": 8, "pretreatment": "gibberellin"}
512	SB-2019-0287	2019-07-03	100	68	18	{"temp_c": 25, "light_h": 12, "pretreatment": null}
513	SB-2019-0287	2023-01-15	50	38	3	{"temp_c": 25, "light_h": 0, "pretreatment": "stratify"}
514	SB-2018-0288	2018-09-12	200	141	12	{"temp_c": 15, "light_h": 0, "pretreatment": "stratify"}
515	SB-2018-0288	2021-06-01	50	38	0	{"temp_c": 15, "light_h": 8, "pretreatment": "gibberellin"}
516	SB-2018-0288	2022-06-28	40	25	4	{"temp_c": 20, "light_h": 12, "pretreatment": "stratify"}
517	SB-2018-0288	2024-04-11	50	27	3	{"temp_c": 25, "light_h": 0, "pretreatment": null}
518	SB-2013-0289	2014-07-05	50	35	9	{"temp_c": 25, "light_h": 0, "pretreatment": null}
519	SB-2013-0289	2017-07-21	50	38	1	{"temp_c": 25, "light_h": 8, "pretreatment": null}
520	SB-2013-0289	2019-04-06	40	27	1	{"temp_c": 20, "light_h": 12, "pretreatment": "stratify"}
521	SB-2010-0290	2011-02-16	50	35	14	{"temp_c": 25, "light_h": 0, "pretreatment": null}
522	SB-2010-0290	2013-09-26	100	87	2	{"temp_c": 20, "light_h": 8, "pretreatment": "scarify"}
523	SB-2020-0291	2021-05-26	40	33	0	{"temp_c": 20, "light_h": 0, "pretreatment": null}
524	SB-2020-0291	2023-12-31	200	139	12	{"temp_c": 20, "light_h": 0, "pretreatment": null}
525	SB-2019-0292	2020-02-22	50	40	0	{"temp_c": 25, "light_h": 12, "pretreatment": "stratify"}
526	SB-2019-0292	2021-09-09	100	77	2	{"temp_c": 20, "light_h": 12, "pretreatment": null}
527	SB-2019-0292	2023-05-28	40	25	1	{"temp_c": 15, "light_h": 12, "pretreatment": "gibberellin"}
528	SB-2016-0293	2017-02-26	50	36	6	{"temp_c": 15, "light_h": 0, "pretreatment": "stratify"}
529	SB-2016-0293	2019-05-14	40	31	0	{"temp_c": 15, "light_h": 8, "pretreatment": null}
530	SB-2016-0293	2022-10-02	200	116	36	{"temp_c": 20, "light_h": 12, "pretreatment": "scarify"}
531	SB-2015-0294	2016-06-17	50	27	14	{"temp_c": 25, "light_h": 12, "pretreatment": null}
532	SB-2015-0294	2018-05-28	50	34	2	{"temp_c": 25, "light_h": 0, "pretreatment": "scarify"}
533	SB-2013-0296	2013-11-02	100	76	4	{"temp_c": 20, "light_h": 8, "pretreatment": null}
534	SB-2013-0296	2017-03-10	40	30	0	{"temp_c": 25, "light_h": 12, "pretreatment": "gibberellin"}
535	SB-2011-0297	2011-08-12	50	39	0	{"temp_c": 15, "light_h": 12, "pretreatment": null}
536	SB-2011-0297	2014-07-26	50	23	14	{"temp_c": 15, "light_h": 0, "pretreatment": "gibberellin"}
537	SB-2020-0299	2020-11-17	200	152	8	{"temp_c": 20, "light_h": 0, "pretreatment": "scarify"}
538	SB-2020-0299	2021-12-23	100	67	4	{"temp_c": 15, "light_h": 12, "pretreatment": "gibberellin"}
539	SB-2008-0300	2009-02-27	50	41	0	{"temp_c": 15, "light_h": 12, "pretreatment": "scarify"}
540	SB-2018-0302	2018-11-16	200	115	8	{"temp_c": 25, "light_h": 12, "pretreatment": "gibberellin"}
541	SB-2018-0302	2021-08-23	100	58	2	{"temp_c": 25, "light_h": 0, "pretreatment": "stratify"}
542	SB-2018-0302	2022-08-10	50	18	14	{"temp_c": 15, "light_h": 8, "pretreatment": "gibberellin"}
543	SB-2010-0303	2011-01-11	40	27	0	{"temp_c": 15, "light_h": 0, "pretreatment": null}
544	SB-2010-0303	2012-02-24	50	34	0	{"temp_c": 25, "light_h": 0, "pretreatment": null}
545	SB-2013-0304	2013-10-11	200	134	56	{"temp_c": 25, "light_h": 0, "pretreatment": null}
546	SB-2011-0305	2011-03-09	200	151	8	{"temp_c": 25, "light_h": 12, "pretreatment": null}
547	SB-2011-0305	2012-02-27	40	30	0	{"temp_c": 15, "light_h": 0, "pretreatment": "scarify"}
548	SB-2022-0306	2022-04-10	100	86	4	{"temp_c": 20, "light_h": 8, "pretreatment": "scarify"}
549	SB-2022-0306	2024-03-19	50	49	0	{"temp_c": 15, "light_h": 12, "pretreatment": "scarify"}
550	SB-2018-0307	2019-01-15	100	63	6	{"temp_c": 25, "light_h": 8, "pretreatment": null}
551	SB-2018-0307	2020-04-11	200	141	24	{"temp_c": 15, "light_h": 12, "pretreatment": "gibberellin"}
552	SB-2018-0307	2023-03-24	50	31	9	{"temp_c": 25, "light_h": 12, "pretreatment": "scarify"}
553	SB-2009-0308	2009-08-17	50	42	2	{"temp_c": 20, "light_h": 12, "pretreatment": "scarify"}
554	SB-2009-0308	2012-02-23	50	43	1	{"temp_c": 20, "light_h": 8, "pretreatment": "stratify"}
555	SB-2009-0308	2014-03-18	100	69	12	{"temp_c": 15, "light_h": 8, "pretreatment": "scarify"}
556	SB-2015-0310	2015-08-10	40	32	7	{"temp_c": 15, "light_h": 0, "pretreatment": "gibberellin"}
557	SB-2015-0310	2018-09-17	50	38	9	{"temp_c": 15, "light_h": 12, "pretreatment": null}
558	SB-2015-0310	2020-04-19	50	44	1	{"temp_c": 20, "light_h": 0, "pretreatment": "stratify"}
559	SB-2015-0310	2021-05-20	100	68	12	{"temp_c": 15, "light_h": 12, "pretreatment": "gibberellin"}
560	SB-2014-0311	2015-05-11	50	34	0	{"temp_c": 15, "light_h": 8, "pretreatment": "gibberellin"}
561	SB-2014-0311	2016-04-11	100	67	0	{"temp_c": 15, "light_h": 8, "pretreatment": "gibberellin"}
562	SB-2014-0312	2014-05-19	100	92	6	{"temp_c": 25, "light_h": 0, "pretreatment": null}
563	SB-2014-0312	2015-09-23	40	31	4	{"temp_c": 25, "light_h": 0, "pretreatment": null}
564	SB-2014-0312	2018-12-09	200	173	0	{"temp_c": 15, "light_h": 0, "pretreatment": null}
565	SB-2014-0312	2021-03-26	200	163	4	{"temp_c": 15, "light_h": 0, "pretreatment": null}
566	SB-2014-0313	2014-12-31	200	149	8	{"temp_c": 15, "light_h": 8, "pretreatment": "scarify"}
567	SB-2011-0314	2012-05-18	40	21	7	{"temp_c": 15, "light_h": 0, "pretreatment": "stratify"}
568	SB-2011-0314	2014-10-21	200	114	24	{"temp_c": 20, "light_h": 0, "pretreatment": null}
569	SB-2012-0315	2012-03-24	200	192	8	{"temp_c": 15, "light_h": 8, "pretreatment": null}
570	SB-2012-0315	2013-07-04	50	43	3	{"temp_c": 25, "light_h": 12, "pretreatment": "gibberellin"}
571	SB-2014-0316	2014-08-22	50	30	14	{"temp_c": 25, "light_h": 8, "pretreatment": null}
572	SB-2014-0316	2017-07-26	50	36	2	{"temp_c": 25, "light_h": 8, "pretreatment": "stratify"}
573	SB-2014-0316	2018-08-12	100	68	6	{"temp_c": 25, "light_h": 12, "pretreatment": null}
574	SB-2022-0317	2023-04-15	50	45	3	{"temp_c": 25, "light_h": 0, "pretreatment": "scarify"}
575	SB-2019-0318	2019-09-23	40	27	0	{"temp_c": 20, "light_h": 12, "pretreatment": null}
576	SB-2022-0319	2022-11-26	200	127	0	{"temp_c": 20, "light_h": 8, "pretreatment": null}
577	SB-2012-0320	2012-10-19	40	23	11	{"temp_c": 25, "light_h": 12, "pretreatment": "stratify"}
578	SB-2012-0320	2015-03-08	50	36	1	{"temp_c": 25, "light_h": 12, "pretreatment": null}
579	SB-2012-0320	2017-08-28	40	19	11	{"temp_c": 25, "light_h": 12, "pretreatment": "scarify"}
580	SB-2012-0320	2018-11-10	100	61	12	{"temp_c": 15, "light_h": 12, "pretreatment": null}
581	SB-2022-0321	2022-05-04	50	43	6	{"temp_c": 25, "light_h": 0, "pretreatment": "stratify"}
582	SB-2021-0322	2022-03-06	200	146	8	{"temp_c": 25, "light_h": 0, "pretreatment": "stratify"}
583	SB-2021-0322	2024-02-06	50	28	9	{"temp_c": 15, "light_h": 8, "pretreatment": "gibberellin"}
584	SB-2023-0323	2023-11-04	40	25	7	{"temp_c": 20, "light_h": 8, "pretreatment": "scarify"}
585	SB-2017-0324	2017-11-16	200	200	0	{"temp_c": 25, "light_h": 0, "pretreatment": "gibberellin"}
586	SB-2017-0324	2020-11-05	50	34	14	{"temp_c": 20, "light_h": 12, "pretreatment": "scarify"}
587	SB-2017-0324	2022-08-18	100	78	12	{"temp_c": 15, "light_h": 0, "pretreatment": "scarify"}
588	SB-2012-0325	2012-06-29	200	155	24	{"temp_c": 25, "light_h": 0, "pretreatment": null}
589	SB-2011-0326	2011-10-28	40	26	11	{"temp_c": 25, "light_h": 12, "pretreatment": "gibberellin"}
590	SB-2011-0326	2013-05-30	50	31	14	{"temp_c": 20, "light_h": 0, "pretreatment": "gibberellin"}
591	SB-2008-0327	2009-01-02	50	41	6	{"temp_c": 20, "light_h": 8, "pretreatment": null}
592	SB-2008-0327	2012-03-07	50	40	0	{"temp_c": 20, "light_h": 0, "pretreatment": "gibberellin"}
593	SB-2009-0328	2010-01-06	100	69	18	{"temp_c": 15, "light_h": 12, "pretreatment": "gibberellin"}
594	SB-2009-0328	2012-07-05	50	35	9	{"temp_c": 20, "light_h": 0, "pretreatment": null}
595	SB-2009-0330	2009-08-14	50	22	14	{"temp_c": 25, "light_h": 8, "pretreatment": null}
596	SB-2009-0330	2011-05-20	40	22	2	{"temp_c": 15, "light_h": 0, "pretreatment": "stratify"}
597	SB-2009-0330	2013-04-23	200	98	0	{"temp_c": 15, "light_h": 12, "pretreatment": null}
598	SB-2023-0331	2023-07-13	50	48	2	{"temp_c": 20, "light_h": 12, "pretreatment": null}
599	SB-2012-0332	2012-12-01	100	92	0	{"temp_c": 15, "light_h": 12, "pretreatment": "scarify"}
600	SB-2012-0332	2015-08-24	50	48	2	{"temp_c": 25, "light_h": 8, "pretreatment": null}
601	SB-2023-0333	2023-07-26	100	76	2	{"temp_c": 20, "light_h": 12, "pretreatment": "scarify"}
602	SB-2010-0334	2011-01-11	100	55	18	{"temp_c": 25, "light_h": 8, "pretreatment": "scarify"}
603	SB-2010-0334	2013-07-28	200	117	4	{"temp_c": 20, "light_h": 8, "pretreatment": null}
604	SB-2010-0334	2015-01-17	50	23	2	{"temp_c": 20, "light_h": 12, "pretreatment": "gibberellin"}
605	SB-2018-0335	2019-01-20	50	42	6	{"temp_c": 25, "light_h": 0, "pretreatment": "scarify"}
606	SB-2018-0335	2022-05-14	100	76	12	{"temp_c": 25, "light_h": 12, "pretreatment": "scarify"}
607	SB-2018-0335	2023-05-23	50	41	0	{"temp_c": 15, "light_h": 0, "pretreatment": "stratify"}
608	SB-2009-0336	2009-09-12	50	31	2	{"temp_c": 25, "light_h": 12, "pretreatment": null}
609	SB-2009-0336	2012-09-23	100	61	18	{"temp_c": 25, "light_h": 8, "pretreatment": "stratify"}
610	SB-2009-0336	2015-12-22	50	24	9	{"temp_c": 25, "light_h": 8, "pretreatment": null}
611	SB-2015-0337	2016-05-04	200	175	0	{"temp_c": 20, "light_h": 12, "pretreatment": "scarify"}
612	SB-2015-0337	2018-07-20	50	39	1	{"temp_c": 25, "light_h": 0, "pretreatment": "stratify"}
613	SB-2015-0338	2016-01-26	100	65	6	{"temp_c": 15, "light_h": 0, "pretreatment": null}
614	SB-2015-0338	2017-11-01	200	133	12	{"temp_c": 25, "light_h": 0, "pretreatment": "gibberellin"}
615	SB-2010-0340	2011-01-16	40	35	0	{"temp_c": 20, "light_h": 12, "pretreatment": null}
616	SB-2010-0340	2012-12-19	200	167	12	{"temp_c": 25, "light_h": 8, "pretreatment": null}
617	SB-2011-0341	2012-05-04	100	73	6	{"temp_c": 25, "light_h": 8, "pretreatment": "scarify"}
618	SB-2011-0341	2015-01-15	40	32	0	{"temp_c": 20, "light_h": 8, "pretreatment": null}
619	SB-2011-0341	2017-09-14	50	34	3	{"temp_c": 20, "light_h": 0, "pretreatment": "gibberellin"}
620	SB-2011-0341	2019-09-17	200	127	12	{"temp_c": 20, "light_h": 8, "pretreatment": null}
621	SB-2020-0342	2021-03-06	50	46	2	{"temp_c": 25, "light_h": 0, "pretreatment": null}
622	SB-2014-0343	2014-10-16	200	178	12	{"temp_c": 25, "light_h": 8, "pretreatment": null}
623	SB-2014-0343	2018-03-05	40	31	2	{"temp_c": 20, "light_h": 0, "pretreatment": "stratify"}
624	SB-2010-0344	2011-01-04	50	46	0	{"temp_c": 25, "light_h": 12, "pretreatment": "stratify"}
625	SB-2010-0344	2014-02-04	50	38	2	{"temp_c": 20, "light_h": 12, "pretreatment": "gibberellin"}
626	SB-2015-0345	2015-10-25	50	40	1	{"temp_c": 15, "light_h": 0, "pretreatment": "stratify"}
627	SB-2015-0345	2017-02-23	50	38	1	{"temp_c": 20, "light_h": 8, "pretreatment": "scarify"}
628	SB-2008-0346	2009-06-09	50	43	2	{"temp_c": 25, "light_h": 12, "pretreatment": "scarify"}
629	SB-2008-0346	2012-04-24	40	32	4	{"temp_c": 15, "light_h": 12, "pretreatment": "stratify"}
630	SB-2008-0347	2008-10-29	100	78	6	{"temp_c": 20, "light_h": 0, "pretreatment": null}
631	SB-2008-0347	2009-11-25	40	32	0	{"temp_c": 15, "light_h": 0, "pretreatment": "stratify"}
632	SB-2008-0347	2013-01-22	100	76	0	{"temp_c": 15, "light_h": 12, "pretreatment": null}
633	SB-2009-0348	2010-06-17	40	29	4	{"temp_c": 25, "light_h": 8, "pretreatment": null}
634	SB-2012-0349	2012-10-04	200	140	36	{"temp_c": 25, "light_h": 0, "pretreatment": "stratify"}
635	SB-2012-0349	2014-11-10	50	40	0	{"temp_c": 20, "light_h": 12, "pretreatment": "scarify"}
636	SB-2014-0351	2014-09-29	40	39	0	{"temp_c": 20, "light_h": 8, "pretreatment": "stratify"}
637	SB-2014-0351	2016-01-11	50	48	0	{"temp_c": 20, "light_h": 0, "pretreatment": null}
638	SB-2014-0351	2018-09-30	50	40	0	{"temp_c": 20, "light_h": 12, "pretreatment": "stratify"}
639	SB-2014-0352	2014-11-30	50	44	6	{"temp_c": 20, "light_h": 8, "pretreatment": null}
640	SB-2011-0353	2011-12-27	200	176	12	{"temp_c": 20, "light_h": 8, "pretreatment": null}
641	SB-2011-0353	2013-12-20	100	67	28	{"temp_c": 25, "light_h": 0, "pretreatment": "scarify"}
642	SB-2022-0354	2023-02-06	100	76	6	{"temp_c": 20, "light_h": 12, "pretreatment": null}
643	SB-2013-0355	2014-05-04	200	129	8	{"temp_c": 25, "light_h": 12, "pretreatment": "scarify"}
644	SB-2015-0356	2016-03-04	50	39	1	{"temp_c": 25, "light_h": 8, "pretreatment": null}
645	SB-2015-0356	2018-11-18	50	40	1	{"temp_c": 20, "light_h": 12, "pretreatment": "gibberellin"}
646	SB-2015-0356	2021-12-24	50	36	1	{"temp_c": 25, "light_h": 12, "pretreatment": null}
647	SB-2015-0356	2023-03-22	200	120	8	{"temp_c": 25, "light_h": 12, "pretreatment": null}
648	SB-2014-0357	2014-02-24	100	76	6	{"temp_c": 20, "light_h": 8, "pretreatment": "scarify"}
649	SB-2012-0358	2012-11-30	40	38	2	{"temp_c": 15, "light_h": 0, "pretreatment": null}
650	SB-2012-0358	2016-01-31	40	36	0	{"temp_c": 15, "light_h": 0, "pretreatment": "stratify"}
651	SB-2022-0359	2022-09-15	50	38	2	{"temp_c": 15, "light_h": 0, "pretreatment": "gibberellin"}
652	SB-2016-0361	2016-10-05	100	89	0	{"temp_c": 20, "light_h": 12, "pretreatment": "scarify"}
653	SB-2016-0361	2019-03-29	50	46	2	{"temp_c": 15, "light_h": 8, "pretreatment": "scarify"}
654	SB-2011-0362	2011-04-02	50	37	0	{"temp_c": 20, "light_h": 12, "pretreatment": "stratify"}
655	SB-2011-0362	2013-12-16	100	48	18	{"temp_c": 20, "light_h": 0, "pretreatment": null}
656	SB-2011-0362	2015-06-01	100	50	12	{"temp_c": 15, "light_h": 12, "pretreatment": null}
657	SB-2013-0363	2014-02-09	100	97	2	{"temp_c": 15, "light_h": 0, "pretreatment": "stratify"}
658	SB-2013-0363	2015-11-13	40	31	4	{"temp_c": 20, "light_h": 12, "pretreatment": null}
659	SB-2013-0363	2018-06-23	40	33	0	{"temp_c": 20, "light_h": 0, "pretreatment": null}
660	SB-2013-0363	2021-12-30	50	41	3	{"temp_c": 25, "light_h": 0, "pretreatment": null}
661	SB-2011-0364	2012-02-29	200	192	0	{"temp_c": 20, "light_h": 12, "pretreatment": "gibberellin"}
662	SB-2011-0364	2013-06-05	50	47	2	{"temp_c": 20, "light_h": 0, "pretreatment": null}
663	SB-2012-0367	2012-11-22	50	49	0	{"temp_c": 25, "light_h": 12, "pretreatment": null}
664	SB-2012-0367	2013-12-29	50	50	0	{"temp_c": 25, "light_h": 0, "pretreatment": "scarify"}
665	SB-2012-0367	2017-03-30	200	168	12	{"temp_c": 20, "light_h": 8, "pretreatment": "stratify"}
666	SB-2012-0367	2020-05-29	50	41	2	{"temp_c": 20, "light_h": 0, "pretreatment": null}
667	SB-2017-0368	2017-04-14	50	35	14	{"temp_c": 15, "light_h": 0, "pretreatment": "scarify"}
668	SB-2017-0368	2018-05-21	40	34	0	{"temp_c": 20, "light_h": 0, "pretreatment": null}
669	SB-2018-0369	2018-06-09	50	39	1	{"temp_c": 25, "light_h": 8, "pretreatment": "stratify"}
670	SB-2021-0370	2022-04-22	50	43	6	{"temp_c": 20, "light_h": 8, "pretreatment": "scarify"}
671	SB-2016-0371	2017-05-17	100	64	0	{"temp_c": 15, "light_h": 8, "pretreatment": "scarify"}
672	SB-2016-0371	2019-02-18	50	27	0	{"temp_c": 15, "light_h": 12, "pretreatment": "stratify"}
673	SB-2016-0371	2020-12-18	50	24	6	{"temp_c": 20, "light_h": 0, "pretreatment": null}
674	SB-2016-0371	2022-04-22	50	28	2	{"temp_c": 15, "light_h": 8, "pretreatment": "gibberellin"}
675	SB-2014-0372	2015-07-03	200	163	0	{"temp_c": 20, "light_h": 12, "pretreatment": null}
676	SB-2014-0372	2017-08-07	50	37	2	{"temp_c": 15, "light_h": 0, "pretreatment": "stratify"}
677	SB-2021-0373	2022-05-22	50	22	6	{"temp_c": 15, "light_h": 8, "pretreatment": "stratify"}
678	SB-2021-0373	2024-01-25	40	15	7	{"temp_c": 25, "light_h": 12, "pretreatment": "gibberellin"}
679	SB-2012-0374	2012-09-26	100	52	28	{"temp_c": 25, "light_h": 0, "pretreatment": null}
680	SB-2012-0374	2014-05-02	50	35	0	{"temp_c": 20, "light_h": 8, "pretreatment": "stratify"}
681	SB-2012-0374	2015-07-19	100	51	18	{"temp_c": 20, "light_h": 0, "pretreatment": null}
682	SB-2008-0375	2009-01-19	50	36	1	{"temp_c": 15, "light_h": 0, "pretreatment": "gibberellin"}
683	SB-2008-0375	2010-05-13	40	21	7	{"temp_c": 15, "light_h": 12, "pretreatment": "gibberellin"}
684	SB-2008-0375	2011-11-10	200	104	8	{"temp_c": 25, "light_h": 8, "pretreatment": "gibberellin"}
685	SB-2008-0375	2014-06-01	40	21	0	{"temp_c": 25, "light_h": 12, "pretreatment": "stratify"}
686	SB-2016-0376	2017-03-20	50	47	1	{"temp_c": 25, "light_h": 8, "pretreatment": "scarify"}
687	SB-2016-0376	2018-08-30	40	29	11	{"temp_c": 25, "light_h": 12, "pretreatment": null}
688	SB-2020-0377	2020-09-24	50	41	6	{"temp_c": 15, "light_h": 12, "pretreatment": "stratify"}
689	SB-2020-0377	2023-10-13	200	176	0	{"temp_c": 15, "light_h": 0, "pretreatment": null}
690	SB-2012-0378	2013-02-01	50	43	2	{"temp_c": 15, "light_h": 12, "pretreatment": null}
691	SB-2012-0378	2016-03-09	200	167	0	{"temp_c": 20, "light_h": 12, "pretreatment": "gibberellin"}
692	SB-2012-0378	2019-09-16	200	125	12	{"temp_c": 15, "light_h": 0, "pretreatment": "gibberellin"}
693	SB-2012-0378	2022-10-01	100	65	0	{"temp_c": 20, "light_h": 12, "pretreatment": "scarify"}
694	SB-2017-0379	2018-01-06	50	46	3	{"temp_c": 25, "light_h": 8, "pretreatment": "gibberellin"}
695	SB-2017-0379	2020-06-20	200	164	12	{"temp_c": 20, "light_h": 12, "pretreatment": "stratify"}
696	SB-2017-0379	2023-04-13	50	40	0	{"temp_c": 20, "light_h": 12, "pretreatment": "gibberellin"}
697	SB-2020-0380	2021-02-14	200	169	24	{"temp_c": 25, "light_h": 0, "pretreatment": null}
\.

COPY withdrawals (withdrawal_id, accession_id, requested_by, institute_kind, purpose, seeds, shipped_on, status) FROM stdin;
1	SB-2023-0002	Dune Trust	restoration	reintroduction	100	2022-02-13	shipped
2	SB-2023-0002	Garden Batumi	botanic garden	teaching	50	2022-08-23	shipped
3	SB-2019-0004	ETH Flora Lab	university	breeding trial	250	2021-04-02	shipped
4	SB-2019-0008	Garden Oslo	botanic garden	reintroduction	250	2021-11-09	shipped
5	SB-2014-0009	Garden Batumi	botanic garden	reintroduction	30	2022-06-09	shipped
6	SB-2019-0010	Altaforage	breeder	reintroduction	1000	2022-07-10	shipped
7	SB-2008-0011	Altaforage	breeder	breeding trial	50	\N	refused
8	SB-2008-0011	Garden Oslo	botanic garden	breeding trial	250	2021-09-02	shipped
9	SB-2013-0012	Altaforage	breeder	research	20	\N	pending
10	SB-2013-0012	GreenSpan Seeds	breeder	breeding trial	180	2021-10-28	shipped
11	SB-2019-0016	ETH Flora Lab	university	research	400	2022-08-28	shipped
12	SB-2017-0018	GreenSpan Seeds	breeder	teaching	200	2022-01-21	shipped
13	SB-2022-0019	Univ. Coimbra	university	research	50	\N	refused
14	SB-2009-0020	GreenSpan Seeds	breeder	breeding trial	170	2022-07-30	shipped
15	SB-2019-0021	GreenSpan Seeds	breeder	reintroduction	200	\N	refused
16	SB-2015-0023	Univ. Tartu	university	breeding trial	50	2021-10-13	shipped
17	SB-2017-0024	Altaforage	breeder	breeding trial	50	2022-07-01	shipped
18	SB-2018-0025	Garden Batumi	botanic garden	display	100	2024-05-30	shipped
19	SB-2018-0025	ETH Flora Lab	university	reintroduction	100	2021-03-14	shipped
20	SB-2018-0026	Garden Batumi	botanic garden	research	250	\N	refused
21	SB-2022-0027	Univ. Tartu	university	display	50	2023-02-25	shipped
22	SB-2022-0027	GreenSpan Seeds	breeder	display	1000	2022-09-08	shipped
23	SB-2020-0028	GreenSpan Seeds	breeder	research	250	2023-02-20	shipped
24	SB-2020-0029	Univ. Coimbra	university	display	50	2021-05-07	shipped
25	SB-2020-0029	Steppe Return	restoration	reintroduction	250	2024-06-06	shipped
26	SB-2018-0030	Garden Batumi	botanic garden	teaching	1000	2023-07-20	shipped
27	SB-2017-0032	Univ. Tartu	university	teaching	400	2022-06-28	shipped
28	SB-2022-0033	GreenSpan Seeds	breeder	breeding trial	1000	2023-01-09	shipped
29	SB-2022-0033	Steppe Return	restoration	breeding trial	50	2023-04-03	shipped
30	SB-2016-0034	Univ. Coimbra	university	breeding trial	1000	\N	refused
31	SB-2021-0035	Garden Batumi	botanic garden	breeding trial	200	2023-11-28	shipped
32	SB-2021-0035	Dune Trust	restoration	reintroduction	90	2024-01-07	shipped
33	SB-2010-0036	GreenSpan Seeds	breeder	display	400	2023-11-09	shipped
34	SB-2011-0037	ETH Flora Lab	university	display	50	2023-07-04	shipped
35	SB-2011-0039	ETH Flora Lab	university	breeding trial	200	\N	refused
36	SB-2011-0039	Steppe Return	restoration	display	170	2024-05-14	shipped
37	SB-2010-0040	Dune Trust	restoration	research	40	2023-06-15	shipped
38	SB-2021-0041	Altaforage	breeder	reintroduction	100	2022-04-04	shipped
39	SB-2014-0045	Garden Batumi	botanic garden	research	100	2023-10-28	shipped
40	SB-2022-0048	Garden Batumi	botanic garden	reintroduction	7013	\N	pending
41	SB-2016-0049	Altaforage	breeder	breeding trial	100	2022-06-11	shipped
42	SB-2020-0050	Garden Batumi	botanic garden	reintroduction	250	\N	refused
43	SB-2019-0051	Steppe Return	restoration	display	100	\N	pending
44	SB-2019-0051	GreenSpan Seeds	breeder	display	130	2023-04-06	shipped
45	SB-2018-0052	Univ. Coimbra	university	display	100	2024-05-18	shipped
46	SB-2019-0053	Garden Batumi	botanic garden	breeding trial	250	2023-09-25	shipped
47	SB-2014-0056	Steppe Return	restoration	reintroduction	50	\N	pending
48	SB-2017-0058	GreenSpan Seeds	breeder	teaching	200	\N	pending
49	SB-2013-0059	Univ. Coimbra	university	display	60	2021-12-05	shipped
50	SB-2020-0064	Garden Oslo	botanic garden	display	50	2021-07-29	shipped
51	SB-2018-0065	Garden Batumi	botanic garden	display	50	2022-05-28	shipped
52	SB-2018-0065	Garden Oslo	botanic garden	breeding trial	250	\N	refused
53	SB-2020-0066	Altaforage	breeder	breeding trial	100	2024-03-01	shipped
54	SB-2019-0069	Garden Batumi	botanic garden	reintroduction	50	2024-02-10	shipped
55	SB-2016-0070	Dune Trust	restoration	display	210	2024-06-11	shipped
56	SB-2016-0070	ETH Flora Lab	university	research	10	2023-03-03	shipped
57	SB-2013-0072	ETH Flora Lab	university	display	200	\N	refused
58	SB-2023-0073	GreenSpan Seeds	breeder	research	200	2023-06-28	shipped
59	SB-2011-0076	GreenSpan Seeds	breeder	breeding trial	100	\N	pending
60	SB-2018-0078	Univ. Coimbra	university	breeding trial	550	2024-01-04	shipped
61	SB-2014-0079	Dune Trust	restoration	reintroduction	1000	2023-02-23	shipped
62	SB-2014-0079	ETH Flora Lab	university	research	250	2022-03-30	shipped
63	SB-2013-0081	ETH Flora Lab	university	reintroduction	80	2021-06-10	shipped
64	SB-2013-0081	Steppe Return	restoration	research	100	2024-04-15	shipped
65	SB-2014-0082	GreenSpan Seeds	breeder	display	130	2023-04-23	shipped
66	SB-2017-0084	Univ. Coimbra	university	display	200	2021-07-07	shipped
67	SB-2011-0085	Altaforage	breeder	teaching	20	2022-02-15	shipped
68	SB-2016-0086	Univ. Coimbra	university	research	200	2023-12-12	shipped
69	SB-2016-0086	Univ. Tartu	university	teaching	250	\N	refused
70	SB-2011-0087	Univ. Coimbra	university	display	250	2022-01-09	shipped
71	SB-2019-0088	Garden Batumi	botanic garden	reintroduction	1000	2023-10-17	shipped
72	SB-2015-0089	Dune Trust	restoration	display	50	2022-03-22	shipped
73	SB-2008-0090	GreenSpan Seeds	breeder	reintroduction	100	2022-05-23	shipped
74	SB-2011-0092	GreenSpan Seeds	breeder	research	50	2022-11-21	shipped
75	SB-2017-0093	Steppe Return	restoration	breeding trial	220	2022-09-15	shipped
76	SB-2008-0094	Univ. Tartu	university	display	50	\N	refused
77	SB-2008-0094	Univ. Tartu	university	display	480	\N	pending
78	SB-2013-0095	ETH Flora Lab	university	breeding trial	50	2021-09-01	shipped
79	SB-2021-0096	Altaforage	breeder	breeding trial	250	2023-07-28	shipped
80	SB-2008-0097	Garden Oslo	botanic garden	breeding trial	380	\N	pending
81	SB-2012-0100	Altaforage	breeder	reintroduction	40	2023-07-28	shipped
82	SB-2018-0102	Garden Oslo	botanic garden	research	50	2023-06-17	shipped
83	SB-2019-0103	Steppe Return	restoration	display	400	2021-02-09	shipped
84	SB-2019-0103	Univ. Tartu	university	reintroduction	200	\N	pending
85	SB-2013-0105	GreenSpan Seeds	breeder	research	250	2021-08-24	shipped
86	SB-2013-0105	Altaforage	breeder	display	200	2021-04-10	shipped
87	SB-2020-0106	Altaforage	breeder	teaching	200	2024-03-25	shipped
88	SB-2021-0107	Univ. Coimbra	university	display	50	2023-07-04	shipped
89	SB-2020-0109	Garden Oslo	botanic garden	breeding trial	200	2022-11-20	shipped
90	SB-2021-0111	Univ. Tartu	university	teaching	400	2023-07-24	shipped
91	SB-2021-0111	GreenSpan Seeds	breeder	reintroduction	100	2023-06-18	shipped
92	SB-2016-0114	Altaforage	breeder	display	220	2021-12-25	shipped
93	SB-2009-0115	Altaforage	breeder	teaching	100	\N	refused
94	SB-2013-0116	Garden Oslo	botanic garden	display	1000	2021-11-04	shipped
95	SB-2022-0117	Garden Oslo	botanic garden	reintroduction	100	2023-09-01	shipped
96	SB-2011-0118	Univ. Tartu	university	teaching	400	2022-09-24	shipped
97	SB-2011-0122	Altaforage	breeder	reintroduction	200	2022-04-11	shipped
98	SB-2011-0122	Univ. Tartu	university	teaching	250	2022-12-21	shipped
99	SB-2015-0124	Garden Oslo	botanic garden	breeding trial	1000	2023-07-25	shipped
100	SB-2010-0125	Dune Trust	restoration	reintroduction	250	2021-03-01	shipped
101	SB-2010-0125	ETH Flora Lab	university	display	400	\N	pending
102	SB-2023-0126	Dune Trust	restoration	breeding trial	30	\N	pending
103	SB-2023-0126	Univ. Tartu	university	reintroduction	40	2022-10-24	shipped
104	SB-2010-0127	Univ. Tartu	university	research	4558	\N	pending
105	SB-2010-0127	Univ. Tartu	university	reintroduction	400	2021-04-23	shipped
106	SB-2017-0132	Dune Trust	restoration	research	130	2024-02-19	shipped
107	SB-2020-0136	Steppe Return	restoration	reintroduction	200	2022-07-04	shipped
108	SB-2009-0137	Altaforage	breeder	display	40	\N	refused
109	SB-2009-0137	Altaforage	breeder	reintroduction	130	2023-07-23	shipped
110	SB-2017-0139	Altaforage	breeder	research	190	2022-09-06	shipped
111	SB-2015-0140	ETH Flora Lab	university	breeding trial	50	\N	pending
112	SB-2011-0142	Garden Batumi	botanic garden	breeding trial	210	2023-04-21	shipped
113	SB-2015-0144	ETH Flora Lab	university	breeding trial	100	2022-03-02	shipped
114	SB-2021-0145	Altaforage	breeder	display	1000	2021-09-23	shipped
115	SB-2012-0148	Garden Oslo	botanic garden	display	200	\N	pending
116	SB-2012-0148	Univ. Coimbra	university	breeding trial	100	\N	pending
117	SB-2012-0149	Garden Batumi	botanic garden	research	250	2021-02-26	shipped
118	SB-2012-0149	Univ. Tartu	university	research	1000	\N	pending
119	SB-2014-0158	Univ. Tartu	university	reintroduction	40	2023-05-07	shipped
120	SB-2022-0160	Univ. Tartu	university	research	50	\N	pending
121	SB-2018-0162	Univ. Tartu	university	breeding trial	50	2023-03-24	shipped
122	SB-2014-0163	Garden Batumi	botanic garden	display	430	2023-12-06	shipped
123	SB-2016-0164	Dune Trust	restoration	research	150	2023-11-20	shipped
124	SB-2016-0164	Garden Batumi	botanic garden	reintroduction	60	2024-04-01	shipped
125	SB-2018-0165	Steppe Return	restoration	reintroduction	750	\N	refused
126	SB-2017-0167	Steppe Return	restoration	teaching	250	2022-12-18	shipped
127	SB-2017-0167	Altaforage	breeder	teaching	250	2023-04-07	shipped
128	SB-2012-0168	Dune Trust	restoration	research	200	2021-12-14	shipped
129	SB-2012-0168	Steppe Return	restoration	teaching	1000	2024-02-16	shipped
130	SB-2020-0169	GreenSpan Seeds	breeder	research	110	2022-08-31	shipped
131	SB-2010-0170	Altaforage	breeder	display	250	2021-04-26	shipped
132	SB-2010-0170	Steppe Return	restoration	teaching	200	2023-03-08	shipped
133	SB-2017-0171	ETH Flora Lab	university	reintroduction	100	2023-07-16	shipped
134	SB-2021-0172	Garden Oslo	botanic garden	research	250	2021-08-13	shipped
135	SB-2021-0172	Steppe Return	restoration	teaching	200	2021-05-06	shipped
136	SB-2020-0176	GreenSpan Seeds	breeder	teaching	310	2021-12-14	shipped
137	SB-2020-0176	Univ. Tartu	university	reintroduction	2424	\N	pending
138	SB-2019-0177	Univ. Coimbra	university	research	30	2021-03-08	shipped
139	SB-2016-0179	Garden Oslo	botanic garden	teaching	200	\N	pending
140	SB-2012-0180	Steppe Return	restoration	teaching	1000	\N	refused
141	SB-2014-0182	Univ. Tartu	university	display	1000	\N	pending
142	SB-2013-0183	Steppe Return	restoration	teaching	200	2023-12-28	shipped
143	SB-2010-0184	Dune Trust	restoration	research	90	2024-03-13	shipped
144	SB-2020-0185	Univ. Tartu	university	breeding trial	50	2023-06-15	shipped
145	SB-2020-0185	Steppe Return	restoration	reintroduction	100	\N	pending
146	SB-2018-0186	Garden Oslo	botanic garden	teaching	70	2023-01-31	shipped
147	SB-2021-0188	Garden Batumi	botanic garden	reintroduction	200	2021-06-11	shipped
148	SB-2011-0189	Univ. Coimbra	university	teaching	200	2023-08-03	shipped
149	SB-2011-0190	Garden Batumi	botanic garden	breeding trial	50	2024-03-19	shipped
150	SB-2011-0190	Dune Trust	restoration	reintroduction	20	2024-05-01	shipped
151	SB-2008-0192	Dune Trust	restoration	display	100	2021-12-21	shipped
152	SB-2010-0194	Garden Oslo	botanic garden	display	100	\N	pending
153	SB-2010-0194	Garden Batumi	botanic garden	teaching	100	\N	pending
154	SB-2020-0195	Steppe Return	restoration	teaching	100	2022-08-30	shipped
155	SB-2013-0196	Garden Oslo	botanic garden	teaching	1000	2023-10-27	shipped
156	SB-2013-0196	ETH Flora Lab	university	research	1000	2023-11-24	shipped
157	SB-2019-0199	Garden Batumi	botanic garden	breeding trial	400	\N	pending
158	SB-2013-0200	Garden Batumi	botanic garden	reintroduction	110	\N	pending
159	SB-2013-0200	GreenSpan Seeds	breeder	research	50	2024-02-01	shipped
160	SB-2013-0201	ETH Flora Lab	university	breeding trial	400	2022-01-13	shipped
161	SB-2013-0201	Steppe Return	restoration	research	250	\N	pending
162	SB-2009-0203	Dune Trust	restoration	research	200	2022-09-26	shipped
163	SB-2009-0203	Univ. Tartu	university	display	100	\N	refused
164	SB-2023-0207	Steppe Return	restoration	display	163	\N	pending
165	SB-2009-0208	Garden Oslo	botanic garden	teaching	250	\N	refused
166	SB-2021-0209	Garden Batumi	botanic garden	display	940	2022-10-13	shipped
167	SB-2016-0210	Altaforage	breeder	research	100	2022-12-07	shipped
168	SB-2016-0210	Garden Oslo	botanic garden	reintroduction	10	\N	pending
169	SB-2021-0212	ETH Flora Lab	university	reintroduction	50	\N	refused
170	SB-2020-0213	Univ. Coimbra	university	display	110	2024-06-11	shipped
171	SB-2020-0213	Garden Batumi	botanic garden	display	60	\N	pending
172	SB-2023-0214	Dune Trust	restoration	teaching	100	2022-03-13	shipped
173	SB-2016-0215	Garden Oslo	botanic garden	breeding trial	50	\N	pending
174	SB-2011-0216	Garden Oslo	botanic garden	display	400	\N	pending
175	SB-2017-0218	Steppe Return	restoration	teaching	2068	\N	pending
176	SB-2015-0219	Altaforage	breeder	teaching	50	\N	refused
177	SB-2023-0222	Garden Oslo	botanic garden	breeding trial	250	2023-05-22	shipped
178	SB-2020-0224	Univ. Coimbra	university	display	50	2024-02-10	shipped
179	SB-2010-0225	Garden Batumi	botanic garden	research	400	2023-06-19	shipped
180	SB-2022-0226	Altaforage	breeder	display	1000	\N	pending
181	SB-2011-0227	Garden Oslo	botanic garden	breeding trial	400	\N	pending
182	SB-2016-0229	Univ. Tartu	university	teaching	160	2021-10-29	shipped
183	SB-2010-0230	Univ. Tartu	university	teaching	250	2021-10-07	shipped
184	SB-2022-0231	Garden Oslo	botanic garden	reintroduction	1000	2021-07-27	shipped
185	SB-2022-0231	Garden Batumi	botanic garden	display	530	2021-01-03	shipped
186	SB-2021-0232	Garden Oslo	botanic garden	teaching	150	2023-08-28	shipped
187	SB-2021-0232	Univ. Coimbra	university	breeding trial	200	2021-01-15	shipped
188	SB-2021-0234	GreenSpan Seeds	breeder	research	140	2021-04-20	shipped
189	SB-2018-0236	Dune Trust	restoration	research	200	\N	pending
190	SB-2018-0236	Altaforage	breeder	research	100	2024-05-17	shipped
191	SB-2018-0237	Univ. Tartu	university	breeding trial	250	2023-05-19	shipped
192	SB-2013-0238	GreenSpan Seeds	breeder	research	250	\N	refused
193	SB-2010-0239	Garden Oslo	botanic garden	display	250	2024-06-07	shipped
194	SB-2023-0242	Dune Trust	restoration	research	60	\N	pending
195	SB-2023-0242	Steppe Return	restoration	teaching	10	2022-09-28	shipped
196	SB-2017-0244	Dune Trust	restoration	teaching	220	\N	refused
197	SB-2017-0244	Garden Batumi	botanic garden	reintroduction	230	2023-08-08	shipped
198	SB-2018-0248	Steppe Return	restoration	research	100	2023-03-13	shipped
199	SB-2018-0248	Steppe Return	restoration	display	520	2024-04-20	shipped
200	SB-2008-0249	Steppe Return	restoration	research	200	\N	pending
201	SB-2013-0250	GreenSpan Seeds	breeder	research	40	2023-04-03	shipped
202	SB-2013-0252	Garden Batumi	botanic garden	research	210	2022-06-18	shipped
203	SB-2017-0253	Altaforage	breeder	research	100	2024-03-12	shipped
204	SB-2021-0254	GreenSpan Seeds	breeder	research	80	2021-05-07	shipped
205	SB-2021-0257	Altaforage	breeder	teaching	70	2024-02-11	shipped
206	SB-2017-0258	Altaforage	breeder	research	50	2022-02-23	shipped
207	SB-2017-0258	GreenSpan Seeds	breeder	reintroduction	250	2022-03-07	shipped
208	SB-2014-0260	Garden Oslo	botanic garden	research	1000	2022-03-07	shipped
209	SB-2009-0263	Garden Oslo	botanic garden	display	50	2022-06-30	shipped
210	SB-2009-0263	Altaforage	breeder	display	50	\N	refused
211	SB-2011-0265	Altaforage	breeder	reintroduction	70	\N	pending
212	SB-2008-0267	Garden Batumi	botanic garden	display	50	2021-02-13	shipped
213	SB-2012-0268	Garden Batumi	botanic garden	teaching	50	2021-06-29	shipped
214	SB-2012-0268	Altaforage	breeder	reintroduction	60	2022-04-04	shipped
215	SB-2016-0269	GreenSpan Seeds	breeder	breeding trial	400	2021-06-05	shipped
216	SB-2016-0272	Garden Batumi	botanic garden	research	9790	\N	pending
217	SB-2016-0272	Garden Oslo	botanic garden	research	100	\N	refused
218	SB-2013-0273	Garden Batumi	botanic garden	reintroduction	50	2024-04-15	shipped
219	SB-2013-0273	Altaforage	breeder	teaching	210	2021-05-23	shipped
220	SB-2022-0277	Garden Batumi	botanic garden	reintroduction	250	\N	refused
221	SB-2022-0277	Univ. Tartu	university	research	400	2023-10-22	shipped
222	SB-2017-0278	Dune Trust	restoration	teaching	120	2022-12-25	shipped
223	SB-2017-0278	GreenSpan Seeds	breeder	display	60	2022-12-24	shipped
224	SB-2019-0279	GreenSpan Seeds	breeder	display	30	2023-01-13	shipped
225	SB-2019-0279	Univ. Tartu	university	breeding trial	50	2021-08-12	shipped
226	SB-2009-0280	Altaforage	breeder	display	250	2024-05-02	shipped
227	SB-2010-0282	Steppe Return	restoration	research	200	2024-01-17	shipped
228	SB-2022-0284	Garden Oslo	botanic garden	breeding trial	10	2021-08-21	shipped
229	SB-2023-0285	Garden Batumi	botanic garden	teaching	90	\N	refused
230	SB-2018-0288	Garden Oslo	botanic garden	research	100	2021-03-18	shipped
231	SB-2018-0288	ETH Flora Lab	university	research	250	2022-07-17	shipped
232	SB-2013-0289	Steppe Return	restoration	breeding trial	250	2023-10-03	shipped
233	SB-2010-0290	GreenSpan Seeds	breeder	teaching	50	2024-04-20	shipped
234	SB-2010-0290	Dune Trust	restoration	display	400	2021-11-24	shipped
235	SB-2020-0291	ETH Flora Lab	university	breeding trial	400	2022-10-22	shipped
236	SB-2019-0292	Dune Trust	restoration	research	100	2023-05-12	shipped
237	SB-2019-0292	Garden Batumi	botanic garden	display	220	\N	pending
238	SB-2016-0293	ETH Flora Lab	university	reintroduction	30	2022-10-06	shipped
239	SB-2015-0294	ETH Flora Lab	university	teaching	110	2022-08-12	shipped
240	SB-2017-0295	GreenSpan Seeds	breeder	display	100	2021-11-20	shipped
241	SB-2013-0296	Univ. Tartu	university	research	210	\N	pending
242	SB-2013-0296	Garden Batumi	botanic garden	breeding trial	200	2023-11-02	shipped
243	SB-2011-0297	Steppe Return	restoration	display	250	2023-08-21	shipped
244	SB-2018-0298	GreenSpan Seeds	breeder	teaching	90	2022-10-17	shipped
245	SB-2020-0299	Dune Trust	restoration	breeding trial	50	\N	pending
246	SB-2010-0303	Univ. Tartu	university	display	210	2022-08-13	shipped
247	SB-2011-0305	Univ. Coimbra	university	breeding trial	200	2022-06-01	shipped
248	SB-2022-0306	GreenSpan Seeds	breeder	teaching	100	2024-02-24	shipped
249	SB-2009-0308	Dune Trust	restoration	display	70	2023-10-19	shipped
250	SB-2015-0309	GreenSpan Seeds	breeder	research	50	\N	pending
251	SB-2015-0310	Garden Oslo	botanic garden	reintroduction	50	\N	refused
252	SB-2014-0311	Steppe Return	restoration	display	60	\N	refused
253	SB-2014-0311	Garden Oslo	botanic garden	display	140	2022-11-30	shipped
254	SB-2014-0312	Altaforage	breeder	breeding trial	50	2021-06-07	shipped
255	SB-2014-0313	ETH Flora Lab	university	breeding trial	50	\N	refused
256	SB-2012-0315	Dune Trust	restoration	research	200	2023-02-17	shipped
257	SB-2022-0317	Altaforage	breeder	breeding trial	400	2021-08-30	shipped
258	SB-2019-0318	Altaforage	breeder	research	100	2023-07-24	shipped
259	SB-2022-0319	ETH Flora Lab	university	breeding trial	120	2023-11-25	shipped
260	SB-2012-0320	Garden Batumi	botanic garden	research	100	2024-04-16	shipped
261	SB-2021-0322	Garden Batumi	botanic garden	teaching	100	2022-01-17	shipped
262	SB-2021-0322	Univ. Tartu	university	teaching	250	2024-05-05	shipped
263	SB-2012-0325	Garden Batumi	botanic garden	display	400	2023-06-20	shipped
264	SB-2011-0326	Altaforage	breeder	reintroduction	100	2022-11-21	shipped
265	SB-2008-0327	Garden Oslo	botanic garden	reintroduction	50	2022-12-15	shipped
266	SB-2009-0328	Garden Oslo	botanic garden	research	60	2023-06-16	shipped
267	SB-2018-0329	Univ. Coimbra	university	reintroduction	200	2023-06-18	shipped
268	SB-2018-0329	Dune Trust	restoration	reintroduction	1000	2024-04-28	shipped
269	SB-2009-0330	Garden Batumi	botanic garden	reintroduction	400	2023-11-08	shipped
270	SB-2023-0331	Garden Batumi	botanic garden	breeding trial	70	2022-03-11	shipped
271	SB-2023-0333	Steppe Return	restoration	display	400	2022-04-20	shipped
272	SB-2018-0335	Dune Trust	restoration	teaching	250	2023-04-28	shipped
273	SB-2009-0336	GreenSpan Seeds	breeder	display	50	2024-06-08	shipped
274	SB-2015-0338	Altaforage	breeder	research	100	2021-08-27	shipped
275	SB-2010-0340	Steppe Return	restoration	display	200	2021-10-16	shipped
276	SB-2014-0343	Altaforage	breeder	display	50	2022-11-04	shipped
277	SB-2010-0344	Dune Trust	restoration	breeding trial	200	\N	pending
278	SB-2010-0344	Dune Trust	restoration	research	200	2023-03-29	shipped
279	SB-2015-0345	Dune Trust	restoration	research	50	2024-05-18	shipped
280	SB-2008-0346	GreenSpan Seeds	breeder	teaching	50	2022-07-28	shipped
281	SB-2008-0346	Univ. Coimbra	university	display	120	2022-09-01	shipped
282	SB-2012-0349	Steppe Return	restoration	research	50	2021-11-08	shipped
283	SB-2011-0350	Altaforage	breeder	display	1000	\N	refused
284	SB-2011-0350	Garden Batumi	botanic garden	display	200	\N	refused
285	SB-2014-0351	GreenSpan Seeds	breeder	teaching	400	2022-07-27	shipped
286	SB-2014-0351	ETH Flora Lab	university	display	6153	\N	pending
287	SB-2011-0353	Garden Oslo	botanic garden	breeding trial	100	2021-03-08	shipped
288	SB-2013-0355	Altaforage	breeder	teaching	400	2022-06-21	shipped
289	SB-2012-0358	Garden Oslo	botanic garden	research	200	\N	pending
290	SB-2012-0358	Steppe Return	restoration	display	666	\N	pending
291	SB-2022-0359	GreenSpan Seeds	breeder	display	250	2022-12-04	shipped
292	SB-2022-0360	Steppe Return	restoration	research	20	\N	refused
293	SB-2022-0360	Steppe Return	restoration	teaching	40	\N	refused
294	SB-2016-0361	GreenSpan Seeds	breeder	breeding trial	140	2021-10-07	shipped
295	SB-2013-0363	Altaforage	breeder	display	200	2021-04-04	shipped
296	SB-2021-0366	Altaforage	breeder	research	100	\N	refused
297	SB-2012-0367	Altaforage	breeder	display	200	2024-04-28	shipped
298	SB-2012-0367	Garden Batumi	botanic garden	teaching	100	\N	refused
299	SB-2017-0368	Altaforage	breeder	teaching	400	2022-10-11	shipped
300	SB-2021-0370	ETH Flora Lab	university	breeding trial	100	2021-07-28	shipped
301	SB-2016-0371	Garden Oslo	botanic garden	reintroduction	1000	\N	refused
302	SB-2014-0372	Univ. Tartu	university	research	20	2022-03-13	shipped
303	SB-2008-0375	Steppe Return	restoration	research	50	\N	pending
304	SB-2016-0376	Garden Batumi	botanic garden	display	250	\N	refused
305	SB-2016-0376	Steppe Return	restoration	breeding trial	50	\N	pending
306	SB-2020-0377	Steppe Return	restoration	reintroduction	50	2024-04-03	shipped
307	SB-2020-0377	Univ. Coimbra	university	teaching	660	2021-05-02	shipped
308	SB-2012-0378	Steppe Return	restoration	reintroduction	720	2023-11-22	shipped
\.
-- dump complete
