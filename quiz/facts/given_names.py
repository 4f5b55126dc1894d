"""Given names that tell a man from a woman in most English texts; names of both are left out."""

from __future__ import annotations

MEN = frozenset(
    """
    aaron abbas abdel abdul abdulaziz abdullah abdulrahman abebe abner abraham achim adam adel ademola adewale
    adnan adolf adriaan adrian afonso agostino agustin ahmad ahmed ahmet aitor akbar akhil akihiko akio akira akos
    aksel alain alan alasdair albert alberto albrecht aldo alec alejandro aleksandr aleksei ales alessandro alessio
    alexander alexandros alexei alexey alexios alf alfons alfred ali alistair alois alonso alphonse alvaro alvise
    ambrose amedeo amerigo amir amit amitabh amos anand anatoli anatoly anders andras andre andreas andrei andrej
    andrew andrey andrzej aneurin angelo angus anibal anil anselm ante antero anthony antoine anton antonello
    antoni antonio antonis anwar aravind archibald archie arie arif aristotle arjun arkady armand arnold arpad
    artem arthur arturo artyom arun asa asger ashok ashraf ashwin atal athelstan attila august auguste augustin
    augustus aurel aurelio avi avigdor aziz babatunde babu balazs balram baltasar barack barney barry bart
    bartholomew bartolome bartolomeu bartosz bashar basil bayezid bedrich bela ben benedict bengt benigno benito
    benjamin benny benoit bento benvenuto bernal bernard bernardo bernhard bernie bernt bertie bertil bertram
    bharat bhim bilal bill binyamin birger bjorn blaise bobby bodo bogdan boguslaw bohumil bohuslav bojan boleslaw
    boris boutros brad brandon branko brendan brian bronislaw bruce bruno burkhard caetano caleb calvin camillo
    candido canute carl carlo carlos casimir cathal cecil cedric cees cesar chaim charlemagne charles charlie
    chauncey chester chidi chinua christian christoph christopher chuck chukwuma clarence claude claudio clemens
    clement clifford clovis cnut colin colm conor conrad constantin constantine cormac cornelis corneliu cornelius
    cosimo costas craig cristian cristobal curt custodio cuthbert cyril cyrille cyrus czeslaw dafydd daisuke daniel
    danny dante dario darius dariusz darnell dave david davide dean declan deepak dejan denis dennis derek deshawn
    desmond detlef dev devendra dezso dhruv diarmuid dick didier diego dieter dietrich dilip dimitrios dimitris
    dinesh dinis diogo dirk dmitri dmitry domenico dominic dominik don donal donald donnchad dougal douglas dov
    dragan drago duarte dudley dumisani dumitru duncan dusan dwight eamon eamonn earl ebenezer eberhard eckhard
    eddie eddy edgar edgard edme edmond edmund edoardo eduard eduardo edward edwin edwyn efim efrain egon ehud eiji
    einar eitan ejnar eleftherios elek eli elias eliezer elijah elmar elmer emeka emil emile emiliano emilio emlyn
    emmanuel emre endre enea eneko enoch enrico enrique enzo eoin ephraim ercole eric erich erik ernest ernesto
    ernie ernst erwin esteban estevao ethan ethelred etienne ettore euan eugene eugenio evan evangelos everett
    evert evgeny ewald ewan eyvind ezequiel ezer ezra fabian fabio fabrice fabrizio facundo faisal falk farid
    farouk federico felipe felix feodor ferdinand ferdinando ferenc fergus fermin fernand fernando fernao fidel
    filipe filippo finlay flavio florin fouad francesco francis francisco franciszek franco francois franjo frank
    franklin frans frantisek franz fred freddie frederick fredric fridtjof friedrich fritjof frits fritz frode fuad
    fulgencio fumio fyodor gabe gabor gabriel gad gaetano gaius galen galileo gamal ganesh gareth garry gary gaspar
    gaston gautam gebhard geert gennady gennaro geoffrey georg george georges georgi georgios georgy geraint gerald
    gerard gerben gerd gerhard germain gero gerrit gerry geza ghassan gheorghe giacomo gianni giannis gideon gijs
    gilbert gilberto giles gilles gino giordano giorgio giorgos giovanni girish giulio giuseppe gleb godfrey gojko
    goncalo gonzalo gopal goran gordon goro gosta gottfried gotthold govind graham greg gregor gregory grigory
    grzegorz guglielmo guido guillaume guillem guillermo gunther gus gustaf gustav gustavo guy gwyn gyorgy gyula
    haakon habib hadrian hafez haider haile haim hakainde hakeem halvor hamid hamish hamza hani hank hannes hans
    harald hari harish harmen harold haroun harry hartmut haruki hasan hashim hassan hasso hatem hayao hector heiko
    heinrich heinz heitor helge helmut hemant hendrik henk henning henri henrik henrique henry henryk heraclius
    herbert herman hermann hernan hernando hezekiah hideki hideo hinrich hiram hirohito hiroshi hisashi hisham
    hjalmar holger homer horace horacio horatio horia horst hosni howard hubert hugh hugo huib humphrey husni
    hussein hyman hywel iain ian ibrahim ichiro idris ieuan ifor ignace ignacio ignacy ignatius igor ike iker ilia
    ilya imad imran imre inacio indrajit ingmar inigo innes innokenty ioannis iolo ionel ippolito iqbal irwin isaac
    isaiah isambard isamu isao isidore isidro ismael ismail issa issei isser istvan iuliu ivan ivar ivica ivo jaap
    jabulani jacek jacinto jack jacob jacobus jacques jafar jagdish jaime jairo jake jakob jakub jalal jamal james
    jamil jan janez janos janusz jaroslav jaroslaw jason javad javier jawaharlal jayant jeb jed jedediah jeff
    jeffrey jelle jeno jens jerald jeremiah jeremy jermaine jeroen jerome jeronimo jerry jerzy jethro jim jimmie
    jimmy jiri jiro joachim joao joaquim joaquin jochen jock joe joel joep johann johannes john johnny jomo jon
    jonah jonas jonathan joop joost jordi jorg jorge jorgen jose josef joseluis josep joseph josh joshua josiah
    jovan joze jozef jozsef juan juergen jules julian julio julius juliusz junichiro jurgen jurriaan justin
    justinian justo kacper kalman kamal kapil kareem karel karim karl karol karoly kaspar kasper katsuo kazimierz
    kazuhiko kazuo kees keiji keith kemal ken kenelm kenenisa kenichi kenji kenneth kenny kenzo kevin khaled khalid
    khalil kieran kirill kishore kiyoshi klas klaus knud knut koen kofi koichi koji koldo konrad konstantin kostas
    kristian kristoffer krzysztof kumar kuno kurt kwabena kwame kwesi kyle kyriakos lachlan ladislav lajos larry
    lars laszlo laurence laurens laurent lavr lavrenty lawrence lazar lazare lazaro leandro lech lenny leo leon
    leonard leonce leonhard leonid leonidas leontios leopold leopoldo leroy lester leszek lev levi lewis liam libor
    lionel lisandro liviu ljubo llewelyn lloyd lodovico lokesh lon lope lorant lorenz lorenzo lothair lothar louis
    lourenco lowell lubomir lubos luca lucas lucian luciano lucien lucius ludek ludovico ludwig luigi luis luiz
    luke luther lutz lyle lyndon maarten maciej mack madoc magne magnus mahatma mahdi mahesh mahmoud mahmud majid
    makar makoto maksim malcolm mandla manfred manish manmohan manoj manolo manuel mao marc marcel marcello
    marcellus marcin marco marcus marek mariano marinus mario marius mariusz mark marko marmaduke martin marty
    marvin marwan masahiro masao masaru masashi massimo matej mateo mathew mathias mathieu matjaz mats matt matteo
    matthaus matthew matthias mattias matvei matyas maurice mauricio maurizio max maxim maximilian maximilien
    maximo medard mehdi mehmed mehmet meinhard meir meles melvin menachem menno michael michel michelangelo mickey
    mieczyslaw miguel miguelito mihai mihaly mike mikel mikhail miklos mikolaj milan miles milos miloslav milovan
    minoru mircea mirko miro miroslav miroslaw mitch mitrofan mitsuo mitt mladen mogens mohamad mohamed mohammad
    mohammed mohan mohandas mordecai mort morten moses moshe motti mstislav muammar muhammad mukesh mukhtar munir
    murad murdo murdoch mustafa nabil naftali naguib naji nandan naoki naoto napoleon narcisse narendra nasir
    nasser natan nate nathan nathanael nathaniel naveen nebojsa ned nehemiah neil nelson nemanja nestor newt niall
    nicanor niccolo nicholas nick nicky nicolae nicolas nicolo niels nigel nikephoros nikhil nikita niklas nikola
    nikolai nikolaus nikos nils nir nitin nizar nnamdi noah noboru nobuo norbert norio norman norris nuno nuri
    obadiah obafemi octave octavian octavio oddmund oddvar odilon ofer oisin olaf olav oldrich ole oleg oleksandr
    oliver olivier ollie olusegun oluwaseun omar omer ondrej onesime orhan oriol orlando orson orville osama osamu
    oscar osip oskar osman osvaldo oswald ottavio ottmar otto ovidiu owain owen pablo padraig pal pamphile
    panagiotis pankaj paolo pascal pascual pasquale patrice patricio patrick paul paulo pavel pavlos pawel pedro
    pepin percival percy pere peregrine pericles pete peter petr phil philip philippe phillip phineas pierluigi
    piero pierre piet pieter pietro piotr placido porfirio poul prabhu prakash pranab prasad praveen predrag primoz
    prosper ptolemy publius pyotr qasim quentin quintus rabindranath radek radoslaw radovan radu rafael rafal
    raffaele raffaello rafiq raghu rahul raimundo rainer rajendra rajesh rajiv rakesh ralph ramesh ramiro ramon
    ramzi ranald rand randall randy ranjit ranulph raoul rashid rasmus ratan ratko rauf raul ravi raymond razvan
    recep reg reginald reiner reinhard reinier rembrandt remy rene reuben reuven reza rhodri rhys riad ricardo
    riccardo richard rick rien rigoberto rikuo rinaldo riyad robbie robert roberto rocco roderick rodion rodney
    rodolfo rodolphe rodrigo rogelio roger rohit roland rolf romain roman romano ronald ronnie rory roscoe
    rostislav roy ruairi ruben rudi rudolf rufino rufus rui rune rupert ruprecht ruslan russ russell rutger ruud
    ryo ryszard ryuichi saburo sachin saddam sadiq saeed salah saleh salim salvador salvatore samer sami samir
    sammy samson samuel sandeep sander sandor sandro sanjay sanjeev satish satoshi satyajit saul sayyid scipione
    scott seamus sean sebastian sebastiano sebastien seiji selim semyon septimus sergei sergey sergio seth shahid
    shankar sharad sharif shashi shigeo shigeru shimon shinji shintaro shinzo shiro shlomo shoichi sholto shyam sid
    siddharth siegfried sigmund sigurd silas silvain silvio silviu simao simeon simon sipho sivert sjoerd slawomir
    slobodan socrates soren sourav spyros srinivas stan stanislas stanislaus stanislav stanislaw stanko stanley
    stavros stefan stefano steffen stelios stellan stepan stephen steve steven stewart stig stjepan struan stu
    stuart subhas subhash sudhir suleiman suleyman sunil suresh sushil susumu svante sven svend sverre sylvain
    szabolcs szymon tadao tadashi tadej tadeo tadeusz tadhg tage tahir takashi takeo takeshi talal talib tamas
    taras tarek tariq taro tarun tatsuo tawfiq ted tendai teodor teodoro terence terrence tetsuo teun thabo
    thaddeus themba themistius themistocles theo theobald theodor theodore theodoros theophile theophilus thierry
    thijs thomas thorvald tiberius tibor tilman tim timofey timothee timothy tito titus tjeerd tobias tod todd tom
    tomas tomasz tome tomislav tommaso tommie tommy tony torbjorn torquil torsten toru toshio toussaint traian
    trajan trevor tristan tristao tsutomu tudur tunde turgut tycho tyler tyrell tyrese tyrone uday uffe ugo uhuru
    ulf ulises ulpian ulrich ulysse umar umberto umesh unai urbain urbano uri uriah uthman uwe uzi vaclav vadim
    valdemar valentin valentino vallabhbhai vangelis varun vasco vasile vasili vasily vassily veit venkat vern
    vernon vic vicente victor victorien victorino viggo vijay vikram viktor vinay vince vincent vincenzo vinod
    virat virgil virgilio vishal vitaly vittorio vivek vlad vladimir vladislav vojtech volker vuk vyacheslav waclaw
    wael waldemar walid wally walt walter warren wayne wenceslao werner wes wesley wieland wieslaw wilbert wilbur
    wilfred wilfrid wilhelm will willard willem william willie wim winston witold wladimir wladyslaw wojciech wole
    wolfgang woodrow woody wouter wulf xavi xavier xerxes yaakov yahya yair yakov yann yannis yaqub yaroslav yash
    yashwant yasin yasser yasuhiro yasuo yaw yefim yegor yehuda yevgeny yigal yitzhak yngve yoav yoichi yosef
    yoshihide yoshio yoshiro youssef yukio yuri yusuf yutaka yves yvon zacarias zach zachariah zachary zaid zaki
    zbigniew zdenek zdzislaw zebulon zeev zeferino zeljko zephyrin zia ziad zinovy zivko zoltan zoran zsigmond zvi
    zvonimir zygmunt
    """.split()
)
WOMEN = frozenset(
    """
    aaliyah abena abigail ada adaeze adaora adela adelaide adele adelina adina aditi agatha agnes agneta agnieszka
    ahuva aiko aileen aino aisha aishwarya aisling akiko akosua albertine aleksandra alena alexandra alexandrine
    alexia alice alicja alison althea amal amanda amani amelia amina aminata amrita amy ana anais ananya anastasia
    anasuya andree aneta anezka angela angelica angelina anita anjali ann anna annabel anne anneli annelise annette
    annie annika annikki anthea antoinette antonia antonina anuradha aoibheann aoife aparna arabella ariadne
    armgard arundhati asha asma assunta asta astrid audrey aune aurelia ava avital ayako ayelet aysha barbara
    barbora batya beata beatrice beatriz bella benazir benedita berit bernadette bernice bertha beth bettina betty
    bharati bianca birgit birgitta birgitte blanche blathnaid bodil bozena brenda brid bridget bridie bridin
    brigitte bronwen brunhilde bushra camila camilla candace caoimhe carla carlotta carly carmela carmen carol
    caroline carolyn cassandra cassie caterina cath catherine cathy catrin cecile cecilia cecily celeste celia
    celine ceri chana chantal charlotte cherie cheryl chiamaka chiara chieko chimamanda chiyo chloe christa
    christabel christina christine ciara clara clarissa claudette claudia claudine clementine cleopatra clodagh
    colette colleen conceicao concepcion concetta concha condoleezza constance consuelo cordelia corinne cornelia
    cressida cynthia dagmar dagny daisy dalia danielle danuta daphne debbie deborah debra deepa deepika deirdre
    delia delphine delyth denise desiree devorah diana diane dina dinah divya dolores donatella donna dora doreen
    doria doris dorota dorothea dorothee dorothy dulcie dunya durga dvora ebba edda edie edith edna edwina effie
    efrat efua eglantyne eila eileen eilis eimear eirlys eithne elaina elaine eleanor elena eleonora eleri elettra
    elfriede eliane elin elinor elisabeth elisabetta elise eliska eliza elizabeth elke ella ellen elli ellie elma
    eloise elsa elsbeth elsie elspeth elvira elyse elzbieta emanuela emiko emilia emilie emily emma emmeline emmy
    enid erica erika ermintrude ernestine esme esmeralda esperanza estella estelle esther ethel etsuko etta eugenia
    eugenie eulalia eunice euphemia eva eve evelina evelyn evita ewa faiza fanny farah fatima fatma fatou fawzia
    faye federica felicia felicity fernanda fiammetta filomena fiona fiorella flavia fleur flora florence florrie
    folake frances francesca francoise frederica frederique freya frida frieda fritzi fumiko funmilayo gabriela
    gabriella gabrielle galit gayatri gemma genevieve georgette georgiana georgina geraldine gerda germaine gertrud
    gertrude ghada gillian gina ginevra giovanna gisela gisele gita giulia giuliana giuseppina gladys glenda glenys
    gloria golda graca graciela grainne grazia graziella greer greta gretchen gretel grethe griselda gro gudrun
    guinevere gunhild gunilla gunnel guri gwen gwendolyn gwenllian gwyneth habiba hadassah hadija hafsa hala halina
    hana hanako hanan hanna hannah hanne hannelore harriet harriett haruko hattie hazel heather hedda hedvig hedwig
    hedy heidi helen helena helene helga heloise helvi henrietta henriette hermia hermine hermione hertha hester
    hettie hideko hilda hilde hildegard hilkka hillary hiroko hisako honora hortense huda ida ifeoma ilaria ilona
    ilsa ilse imelda immacolata imogen inas indira ines inez inge ingeborg ingegerd inger ingrid inmaculada
    iphigenia iracema irena irene irina iris irma isabel isabella isabelle isadora iseult ishani isolde itziar
    ivana ivy iwona izabela jacinda jacinta jacqueline jadwiga jamila jana jane janet janette janice janina janine
    jarmila jasmine jasna jaya jayne jean-marie jeanette jeanne jeannette jelena jemima jenna jennie jennifer jenny
    jessica jessie jill jimena jirina jitka joan joana joanna joanne jocasta jocelyne johanna johanne jolana
    jolanta josefa josefina josephine josette joyce juana juanita judi judith judy julia juliana juliane julie
    juliet juliette junko justine justyna jyoti kaisa kaja kalpana kamala kamila kamini karen kari karin karina
    karla karna karoline kasia katarina katarzyna kate katerina katharina kathe katherine kathleen kathryn kathy
    katie katinka katrina kavita kazuko keiko kerstin keziah khadija kimiko kinga kirsten kirsti kiyoko kjersti
    komal kristen kristin kristina krystyna kumiko kyoko laetitia laila lakshmi lamia lara larissa lata latha
    latifa laura lauren lavinia layla leah leanne leila lena lenka lenore leona leonie leonor leonora leticia
    letitia letizia lettice leyla libuse lidia lieselotte lilach lilian liliana lilla lillian lillie lilly lily
    lina linda linnea lisa lisbeth lise liv liza lois lola loretta lori lorna lorraine lotte lottie louella louisa
    louise lubna lucia lucie lucille lucinda lucretia lucrezia lucy lucyna ludivine ludmila ludovica luisa lulu
    lupe lurdes lydia lyn lynda lynne mabel machiko madalena maddalena madeleine madeline madge madhuri mae maeve
    magda magdalena maggie maha mair maire mairead mairin maisie maite malala malati malgorzata malka mallika mamie
    mandy manju manuela mara marcela marcella marcelle marcia maren margaret margareta margarete margaretha
    margarita margaux margery margherita margit margot margrethe marguerite maria mariam mariana mariangela
    marianna marianne marie mariella marietta marika mariko marilyn marina marisa marisol marit marita marjorie
    marketa marlene marta martha martina mary maryam masako mathilde matilda maud maude maura maureen mavis maxine
    maya mayumi meena meenakshi meera megan meghan megumi megyn melania melanie melinda melissa menna merav
    mercedes merete meryl mette mia michaela micheline michelle michiko midori mieko milada milagros mildred milena
    millicent millie miloslava mindy minerva minna minnie mira mirabel miranda mireille mirella miri miriam mirjana
    mitsuko miyoko moira molly mona monica monika monique montserrat morag morwenna mrinalini muriel myfanwy myra
    myrna myrtle nabila nadezhda nadia nadine nadira naila nancy nandini nanette naoko naomi natacha natalia
    natalie natasha nathalie natsuko nawal nazanin nechama neelam nell nellie nerys nettie nevena ngozi niamh
    nicole nicolette nieves nigella nikki nina nirmala nisha nkechi noa noelle noemi noirin nomvula nontobeko nora
    noreen noriko nuala nurit odete odette odile ofra oksana olena olga olivia oluchi olwen olympia oonagh ophelia
    orla orlaith orly ornella ottavia ottilie ottoline padma pam pamela pandora pansy paola parvin patience
    patricia patrizia patsy patti paula paulina pauline pavla peggy penelope penina perdita petra petronella petula
    philippa philomena phoebe phyllida phyllis pia pilar pirkko polly pooja portia prabha pratibha preeti priscilla
    pritilata priya priyanka prudence prunella quentina rachel radha raffaella ragna ragnhild raisa rajni ramona
    rana randi rani rania raquel rasa rasha rawan razia rebecca regina reiko rekha remedios renata renu rhea rhian
    rhiannon rhoda rhona rhonda ricarda rigoberta riitta rika rina risa rita rivka roberta roisin rola romola romy
    ronit rosa rosalba rosalia rosalie rosalind rosalyn rosamund rosanna rose roseanne rosemarie rosemary rosetta
    rosie rosina rossana rowena roxana roxane rukmini rut rute ruth ruzena sabah sabina sabine sabrina sachiko
    sadako sadie safiya sakura sally sally-ann salma salome samantha samira sandra sangeeta sanna sanni saoirse
    sara sarah sarala sarita saroja saskia savitri sawsan sayuri selena selina selma seraphina serena setsuko
    shadia shahida shaima shannon shanta sharada sharon sheena sheila shelley sheryl shilpa shira shireen shirley
    shizuko shobha shona shoshana shreya shulamit sian sibyl sidonie signe sigourney sigrid sile silvia simone
    simonetta sinead siobhan sioned siri sita siv slavica smita sneha socorro sofia sofie solange solfrid solveig
    sonali sonia sonja sonya sophia sophie soraya sorcha stanislava stefania steffi stella stephanie suad sudha
    suhair sujata sulochana sumiko sumitra sunita supriya susan susana susanna susannah sushma susie suzanne
    suzette svanhild svenja svetlana swati sybil sylvia sylvie tabitha tahani takako tali talia tamar tamara tamiko
    tammy tamsin tania tanja tanvi tanya tara tarja tatiana tatjana tatyana teresa teresinha tereza tess tessa
    thandiwe thea thelma theodora theodosia theresa therese thomasina thora thuraya tihana tilda tina tiziana
    tomoko tordis tova tove trudy turid tuulikki tzipi ulla ulrike uma una unni ursula usha ute valentina valentyna
    valeria valerie vandana vanessa vasanti venetia vera verena verity veronica veronika vesna vibeke vickie vicky
    victoria victorine vidya vijaya vilma viola violet violetta virginia vita vitoria vittoria vivian vivien
    vivienne vlasta wafa wanda wangari wendy wilhelmina wilhelmine wilma winifred winnie wislawa xanthe xenia
    ximena xiomara yaa yaffa yasmin yasmina yasuko yayoi yekaterina yelena yocheded yoko yolanda yolande yoshiko
    yukiko yuko yulia yumiko yvette yvonne zadie zahra zainab zanele zdenka zehava zeinab zelda zena zenobia
    zinaida zinhle zita zlata zoe zofia zsuzsa zubaida zulema zuzana
    """.split()
)
