"""The languages of a text: by script where a script decides, else by marker words."""

# ruff: noqa: E501 - tables of words read best as long lines

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache

_WINDOW = 50_000
_ADDRESS = re.compile(r"(?<!\S)(?:[^\s@]{1,80}@|https?://|www\.)\S{1,300}")  # "gmail.com" is no Portuguese
_MIN_SHARE = 0.15  # a second language must hold this share of the signs
_MIN_SIGNS = 2

# Scripts that one language (almost) alone uses here.
_SCRIPTS: tuple[tuple[str, str], ...] = (
    ("bn", "\u0980-\u09ff"),
    ("pa", "\u0a00-\u0a7f"),
    ("gu", "\u0a80-\u0aff"),
    ("or", "\u0b00-\u0b7f"),
    ("ta", "\u0b80-\u0bff"),
    ("te", "\u0c00-\u0c7f"),
    ("kn", "\u0c80-\u0cff"),
    ("ml", "\u0d00-\u0d7f"),
    ("si", "\u0d80-\u0dff"),
    ("th", "\u0e00-\u0e7f"),
    ("lo", "\u0e80-\u0eff"),
    ("my", "\u1000-\u109f"),
    ("km", "\u1780-\u17ff"),
    ("am", "\u1200-\u137f"),
    ("ka", "\u10a0-\u10ff"),
    ("hy", "\u0530-\u058f"),
    ("he", "\u0590-\u05ff"),
    ("el", "\u0370-\u03ff"),
    ("ko", "\uac00-\ud7af\u1100-\u11ff"),
    ("ja", "\u3040-\u30ff"),
)
_SHARED_SCRIPTS: tuple[tuple[str, str], ...] = (
    ("deva", "\u0900-\u097f"),
    ("arab", "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff"),
    ("cyrl", "\u0400-\u04ff"),
    ("hani", "\u4e00-\u9fff\u3400-\u4dbf"),
    ("latn", "A-Za-z\u00c0-\u024f\u1e00-\u1eff"),
)
_SCRIPT_RUNS = {name: re.compile(f"[{chars}]+") for name, chars in (*_SCRIPTS, *_SHARED_SCRIPTS)}
_MARKERS: dict[str, dict[str, str]] = {
    "deva": {
        "hi": "है हैं के में की का को से और यह वेतन नहीं होगा होगी भारत रुपये लिए करें देना हूँ हूं था रहेगी रहेगा जाएगी जाएगा रखेगी रखेगा फीस पैसा पैसे महीना महीने आपको हमारे नौकरी काम मिलेगा मिलेगी ने पर तो भी थी थे हुआ हुई हुए गया गई दिया लिया ली करके करते करता करती करना करने किया जब तक अगर सिर्फ केवल नही हम मैं मैंने मुझे हमें उसने उसे वह वो ये इस उस कोई कुछ बहुत बाद पहले पहली साथ वाले वाली वाला वालों अपने अपना अपनी मेरा मेरी मेरे हमारा हमारी तुम रहा रही रहे जाता जाती जाते जाना जाने होता होती होते चाहिए सकता सकते सकती साल घंटे छुट्टी आकर जाकर बोला बोले बोलना बोलकर कहा कहता कहते देते देता देती लेते लेता लेती मिलता मिली मिला मिले क्या क्यों यहां यहाँ वहां वहाँ महिलाएं जाएं जाए किसी सभी हर लेकिन उनके उसके इसके दूसरे दूसरा बच्चे लड़की लड़कियां लड़के लगेंगे लगेगा देंगे लेंगे करेगा करेगी निकाल डाल रख दो पैसों कागज काटा काटेंगे सुबह रात डाले निकाले समाप्त मान्य शर्तें",
        "ne": "छ छन् छैन को मा लाई गर्ने हुने पर्ने तलब नेपाल रु दाइ हो र भएको महिना लाग्ने जना राहदानी राख्छ राख्ने कम्पनीले मलाई छु हुन्छ पर्छ गर्नु दिनु भन्छ गर्छ दिन्छ दिन्छु पाइन्छ लाग्नेछ साहुले साहु श्रम स्वीकृति चाहिँदैन भिसामा भिसाको छिन् भनेर भनेको भन्छन् मात्र दिन्छन् गर्छन् आएर गएर राति छोरी लागि तलबबाट भन्दा हुनेछ गरिनेछ पनि एजेन्टले म्यानपावर म्यानपावरले मालिकले राखेको राखेका दिएको दिएन गरेको कामदारले कामदारको पाउने बिदा घण्टा हामीलाई भएमा गरेमा छोडेमा गर्नुपर्नेछ तिर्नुपर्छ तिर्नुपर्नेछ बुझाउनुपर्छ चाहियो चाहिन्छ सम्झौता उमेर पठाउनुहोस् गर्नुहोस् नदिनुहोस् दिदी बहिनी पठाउँछौं हामी मैले मेरो छैनन् पाइँदैन दिँदैन गर्नुपर्छ पैसा काम तपाईं तपाईंको गर्न लाग्छ रोजगारी बिना भने दिए अनि नै त रे हुँदैन मिल्दैन नभए नगरी बाँकी कति कुरा दिने लिने जाने खाने बस्ने हाल्ने हाल्नु बुझाउनु बुझाउने छोड्न जान पठाए लगे भन्ने नभई बनाइदिए गरिदिनुस् काटिन्छ काट्छ जान्छ थियो थिए ल्याए जुनसुकै हरेक सक्कल बापत अनुसार बजे बजेसम्म आफैं आफ्नो आफूसँगै सधैं यहाँ त्यहाँ उतै मान्छे लगाए नतिरे नतिरी भन्दै भए दुई रुपैयाँ बाउको छोरा दिनको काटिने अन्त्य नदिने आउने थियौं गरे गरेर दिएर मेरी हाम्रो तिम्रो उसले उनले तिमी तर भयो गयो आयो गर्यो बिहान बेलुका वर्ष वर्षका वर्षकी महिनाको हजारको सित्तैमा सबै धेरै एउटा एउटै दिनमा काममा घरमा उता नयाँ पुगेपछि सकिएपछि छोडे भागे राखे मागे मात्रै हुनुपर्छ चाहिने लाग्यो मलेसिया केटी केटा राम्रो छोडेर खोसे",
        "mr": "आहे आहेत च्या मध्ये आणि पगार नाही आम्ही तुम्ही करणार लागेल पैसे काम आमच्या",
    },
    "arab": {
        "ar": "في من على إلى هذا التي الذي عمل راتب مطلوب العمل لا أو مع كل عقد",
        "ur": "ہے ہیں کے میں کی کا کو سے اور یہ تنخواہ نہیں ہوگا ہوگی پر کریں لیے کام دو مفت کروایا نے تو بھی گا گی گے ہوں تھا تھی تھے دیا لیا دی لی کیا کوئی کسی اپنے میرے میری مجھے ہمیں ہم آپ وہ پہلے ساتھ تک رہا رہی رہے جاتا جاتی ہوتا ہوتی روپے مہینے گھنٹے چھٹی نوکری پاسپورٹ",
        "fa": "است در از به که را این برای می حقوق کار",
    },
    "cyrl": {
        "ru": "и в не на по за от для работа требуются оплата без руб паспорт договор что мы вы он она они мне меня тебе его её ее их нет это если когда пока потом только уже еще ещё у к с о при после или тоже можно нельзя зарплата деньги паспорта паспорту шеф начальник месяца месяцев день рублей лет будет есть был была были как же ничего где там здесь всё все себя нам нас вас работать",
        "uk": "і в та не на за для робота потрібні оплата без грн договір що або є від годин житло роботодавець роботодавця ми ви він вона вони мені мене тобі його її їх нема немає це якщо коли поки потім тільки лише вже із після можна зарплата гроші паспорти господиня господаря дозволу вийти документи адресу забрала місяці місяців день гривень років буде були як де там тут все себе нам нас вас працювати роботу роботи хто щоб вихідний",
        "bg": "и в на за се да ще са ми ме ни ги го им си съм сме сте работа от лв лева заплата заплатата не след като има няма само трябва може които която което паспорта паспортът паспортите паспорти работодателят работодателя фирмата шефът шефа месец месеца часа дни пари хора търсим търсят такса таксата договора договорът беше бях бяха ако вземаме обещаха плащат знаем къде живее сутринта вечерта почивни прати парите сметката жена всички дават взимат идва тръгва години мама вие ние той тя какво кой който всеки човек деца вкъщи телефона къща бъде нека",
        "ky": "жана үчүн жумуш керек айлык",
    },
    "latn": {
        "en": "the and of to in is for you will be with your are on this from or must we not work salary no pay worker free by an at job visa passport fee month after before until contract company employer ticket food free they all has have only every week days hours made back who our what agent",
        "es": "el la de que los las para por con una del se trabajo sueldo no al su es le un en usted pasaporte empresa trabajador pago sin hasta desde cuota busca solicita año horas días dólares patrón jefe mes nos me lo más cuando donde hay está fue sus como trabajadores también cada semana puede pesos migración documentos nadie pero muy quien empleo tiene trabajar pagar familia y son dos ni ya ese esa esto eso todo todos nada ella ellos ellas allá aquí acá buscamos lunes martes jueves viernes después entonces señora señor otro otra alguien plata queda prohibido sueldos pide piden cobra cobran quiere dijo dijeron tengo pagas hablas hablar algo tuyos minutos tarde medio escriba recursos humanos chicas solteras vienes vas dices ganar ganas mensuales quincena dejar llegar llegas llegue firma firme boleto pasaje traslado empleada empleador trabajadora visado cédula experiencia niña niños envía jornada descanso así aunque luego serán tú él",
        "pt": "o a de que os as para por com uma do da trabalho salário não seu são você em na se fica passaporte empresa trabalhador vaga vagas taxa euros mês até sem pelo pela às dias horas patrão emprego contrato trabalhar será precisa das dos ou ao pra ele ela eu meu minha meus nos nas num numa gente ninguém depois isso então mas lá foi tinha eles elas muito mais quem quando pro pros pras à quanto sair ficou pagamento mãe quis já só sete doze anos meio paga pessoa outro outra nunca nada disse falou deu empregada empregado disponível moças moça meninas menina garota prometeram pagam cheguei puseram babá lavoura obrigatório gravidez reais inteiro vocês deles delas nosso nossa trabalha trabalhadora recebe dinheiro passagem ordenado patroa encarregado alojamento folga tem têm fazer polícia tirou levou também assina nota enviar mulheres chefe minutos chegou perde pagas extras jornada oito duas folgas semanais atrasado acréscimo regulariza",
        "fr": "le la les de des et pour par avec une du est vous votre travail salaire pas aux en sur passeport employeur travailleur frais sans que dans ne mois jours heures emploi patron contrat sera je elle il nous on au ce cette qui leur après avant chez caution droits jour cherche plus mes mon notre nos recrute ou payer famille visa sont ont été arrivée contre à ai ils elles était avait étaient quand chaque même aussi dit fait deux trois ans rien toujours autre autres côté argent moins fille femme celui celle ici déjà fois ça laisse titre père mère obligatoire uniquement jeunes femmes célibataires teint claire filles belles minces envoyez donnez verser versez paie signer signez arrive ton ta tes eux somme mille logement dimanche nuit jamais personne téléphone papiers dossier agence enfants enfant abstenir visite signe",
        "de": "der die das und für mit ein eine ist wir sie nicht bei von zu den std arbeit gehalt reisepass pass arbeitgeber chef stunden tag tage monat euro wird werden keine kein gebühr gebuhr vertrag nach dem des im vom zum zur auf oder arbeiten uns ihre bitte lohn kosten vermittlung täglich taglich bis ich du wer man hat haben war gern gesucht suchen zimmer wohnung kaution miete mich dann noch gegen unter nahe ab visum aufenthalt wochen woche schick bruder meinen meine meiner freunde unterlagen nur ledige frauen ohne kinder vor deine dir mir ihm ihr sein seine wie wo wenn weil aber alle mehr kommt geht geld jahre jahren haus papiere sag",
        "it": "il la di che per con una del lavoro stipendio non sono gli della si cercasi lavoratore datore passaporte passaporto documenti ore mese giorni euro contratto famiglia azienda senza alla al dei delle nel ai dal ci mi cerchiamo badante stipendi viene deve anche ho ha sua suo più dopo prima lavoratori può chi agenzia soldi anni cerca suoi lei noi essere tutti lavorare pagare ogni da sul ad solo giorno libero ragazze ragazza paga padrone posto quando dove già perché disponibilità stagione cameriere lavapiatti affitto stanza ti le viaggio anticipiamo hanno detto danno niente visite telefonate parli succede qualcosa tuoi ricarica mio nostro nostri promesso casa denaro permesso telefono entri finisce prendiamo fino sempre nostra loro siamo sei ragazzi minorenne polizia",
        "pl": "i z nie jest praca dla od za oraz wynagrodzenie się zł po przez paszport szef szefa pracodawca pracy prace pracę bez opłata oplata umowa godzin godziny dni miesiąc miesiac zostaje u ze pracownik pracownika pracowników ma są sa lub będzie bedzie wynosi euro zarobki kaucja mnie nas na do przed jak kazali oddam oddamy oddają brat potem trzeba wszystko dają płacą ich pensji wypłata kto nikt ile gdzie mówili powiedział dwa trzy osób mają może zabrał zabrali mu jej podpisujesz podpisz jeśli gdy kiedy już tylko jeszcze bardzo proszę lat dzień pieniądze wypłaty wypłatę szefem firmy agencji domu rodzina czy być był była były pana pani",
        "ro": "și de la în cu pentru pe un o nu este muncă salariu din sau lei pasaport pasaportul pasaportului angajator angajatorul ramane rămâne angajăm angajam fără fara contract zile ore luna euro comision muncitori sunt se si lucru plata taxă taxa va vă fi dupa după angajat angajatul dacă mai doar bani când primim ani promis amenințat bate ne-au ne-a i-am mi-au mi-a ne-am dat luat șeful buletinele cardul mea mei am avem aveți era acasă telefonul munci muncesc lucrez lucrează plătește plătesc voi ea cum unde aici acolo până fete băieți",
        "tr": "ve bir için ile iş maaş ücret değil olarak çalışma pasaport pasaportunuz pasaportu şirket şirkette sirket işveren isveren bakıcı bakici yatılı yatili aranıyor araniyor haftada gün günde aylık aylik izin yok dolar lira tl euro kadar sözleşme sozlesme çalışan eleman işçi isci ödenir odenir sigorta vize gün gidemiyoruz sadece yasak yasaktır dediler verdiler patron maaşı maaşından keseriz borcun bitene telefonla telefon evden hesabına gönder sendikaya girmek konsolosluğa gitme bana söyle kaçarsan polise şikâyet sikayet olmasan olur kalan gönderilir gemide pasaportlar kimliklerimizi boş imza attırdılar terk etmek gezmeye iki üç dört aydır para alamadık verilen önceki yerine misafir kabul arkadaş evde oturuyoruz hiçbir yere daha yeni dedi işe bize seni sana senin benim bizim onlar gece sabah akşam yıl yılda ayda çok gibi ama veya hem ücretsiz masrafı masrafları aracıya döner abla abi kız kızlar erkek elemanı bayan fotoğraf kira depozito ceza kesilir kesinti işten çıkan ayrılan",
        "tl": "ang ng sa mga na ay kung para lang walang po ko mo kada buwan kailangan at hindi amo pasaporte trabaho sweldo bayad bawal dapat kami kayo ito may wala naman pa din rin namin kapag pag nyo ninyo ahente ako akong siya niya nila natin sila kanila kanya wag huwag bago tapos dito doon yung yun iyon sabi daw raw nung noong pero kasi muna sahod araw oras linggo taon hawak kukunin babayaran ibabawas lahat pagdating naming kaming aming akin amin mag ka lalaki babae libre bawat mula hanggang magkano pamasahe bunso nanay tatay kuya nang dun dyan nasaan opo bahay gabi umaga taga tulog kain kaltas utang pasok uuwi pwede puwede pwedeng naka edad menor basta umalis lumabas lalabas maputi pataas kumpanya kontrata pangako buwang sasahod sinasahuran ibebenta papauwiin nagreklamo magreklamo tanggal uwi sagot pinapirma kinukuha pinapayagang",
        "id": "yang dan di untuk dengan tidak kerja gaji per bulan akan oleh paspor dari juta harus jam majikan potong biaya bekerja selama hari kontrak ditahan anda kami ke luar negeri tki tkw sponsor keluar rumah perusahaan rekening uang pribadi majikannya kalau kalo nggak gak enggak udah sudah belum bisa mau saya mereka yg dgn utk tdk karena aja sampai nanti mbak agensi pabrik upah dibayar dipotong potongan cuma baru kerjanya gajinya paspornya uangnya polisi telepon libur gratis lembur asuransi izin ktp ijazah rupiah kapal abk kantor karyawan pekerja setiap minggu sehari dijanjikan disekap pinjaman utang hutang pulang kabur denda lowongan dibutuhkan wanita pria usia maksimal tahun perantau pemberangkatan berangkat penempatan bp2mi korban modus penipuan lewat kirim perancah pengaman katanya ternyata disuruh biar cepet cepetan disnaker kbri kjri kasbon hp dilarang imigrasi jepang dideportasi pemberitahuan pelamar ditransfer didenda dibawa duluan bilang dong banget kayak gimana bikin ngasih dibalikin nyampe dapet ngomong gitu sidik jari patungan kos kosan jasa urus cicilan ongkos bulanan dipecat dipukul dipulangkan dimana gudang digembok kuncinya dikirim buat dikasih makan nerima ditanggung diserahkan dibayarkan wajib calon peserta mengundurkan membayar khusus dikunci gerbang disebar dijaminkan sertifikat doang telat pengalaman balas dicari hubungi mess mandor kebun sawit kalian nyatanya kenyataannya formalitas gapapa bawah disetrum dipulangin kabari loker lunas jaminan bikini tanpa",
        "ms": "penang pinang johor selangor klang puchong kedah melaka perak sarawak sabah yang dan di untuk dengan tidak kerja gaji sebulan oleh pasport boleh tak nak syarikat kena bayar majikan dipegang potong bulan hari ringgit rm pekerja levi permit akaun ejen yuran awak sahaja imigresen kilang tiada saya mereka dah macam je ialah bos duit pasportnya dipotong gajinya pendahuluan diorang dorang korang takde dapat sudah belum mau bagi masuk kalau polis telefon penyelia selepas tandatangan cuti juruwang pengeluaran percuma lawatan undang pinjaman daripada penjamin sekiranya kesatuan kebenaran asrama jawatan kosong jururawat elaun syif kwsp perkeso permohonan mengenakan perkhidmatan sebarang wang tambang kerajaan jabatan kawan ahad sekali lebih ditahan dirampas mangsa amaran kedai restoran menanggung ditanggung penginapan isnin jumaat umur tahun tamat berhenti pembantu amah beliau pengurus pemandu pelancong sehari seminggu kat tapak keselamatan kasut topi pengsan suruh cakap bilik ladang pinggan kelab gadis pendapatan uruskan mintak akak jer sebab hendaklah serta merta fasal keledar taukeh handphone sembur bumbung kos kutip pejabat tempoh langsai faham bincang kemboja minima stor cikgu tuisyen spm haribulan temuduga sijil talian sikit cuba hantar pindaan jepun notis dibenarkan aduan tandas sesen esok tunai laluan makcik bot mengandung simbah beranak surat-beranak bil ansuran aircond pekebun kilangnya tauke towkey pemandunya dihantar disediakan pengambilan warganegara perlukan sepanjang hingga kontraktor bertukar bekalkan sebilik pekerjanya mengadu jumpa beritahu ofis pagar geran cagaran viralkan tikus kau takpe bujang putih jual hutang rosak hendak nama sampai habis peribadi duduk formaliti bercanggah mengatasi disahkan terpakai report",
        "vi": "và của cho không lương tháng người lao động phí việc làm là được đơn hàng hợp đồng công ty hộ chiếu giữ phải đi xuất khẩu năm nhật đài loan ngày giờ tiền chi nộp đặt cọc chủ dong bằng rồi sang lại bị du lịch nếu để khong nguoi duoc luong phai tien viec trieu xuat khau nhat nop coc giu mình em anh chị mới thì mà bên qua ai ko đó này đưa tới gửi mất thieu truoc gioi chieu khach thang biet tieng nghi cuoi tuan dau stk",
        "sw": "na ya kwa wa ni kazi mshahara la za katika hakuna mwezi ada pasipoti mwajiri mfanyakazi mkataba shilingi siku saa kila wakala itabaki utalipa lazima bila malipo lakini kabla baada kwenye yangu yako wangu wako pesa dada kaka wasichana binti wiki ukifika utakatwa nafasi tuma mtu nyumbani elfu laki huko hadi miaka wote kazini amesema umri anahitajika tunatafuta hapo bado ndio usitumie simu gari watoto wasitoke nje usiku maji moto chumba choo watu mtoto karo mkopo deni dhamana ajenti dalali bosi kisha kuwa ili mimi yeye sisi nyinyi hawa hii hiyo hizi ile wale yetu zetu wetu vyeti halisi ofisini shule karatasi tupu chakula kutoka kwamba kwetu kwenu kwao nitakuwa ukiwa endelea ubalozi ndoa mashine wanaume wanawake wanakata kubadilisha mwaka mmoja wawili watatu kumi mia ishirini hamsini jumatatu jumapili masaa usiende sema kesho leo jana piga funguo mlinzi mpaka ujenzi vibali wageni jambo sio siwezi hamna bwana mama baba chini ndani unaenda kutembelea mwajiriwa mafunzo ambao ambaye ukitoroka akitoroka ukiacha akiacha tutaripoti tutawaambia umeiba mahakamani ubalozini kulalamika hataenda haruhusiwi hairuhusiwi",
        "hi": "hai ka ki ke mein nahi bhai aur kaam paisa dena milega lena hoga salary ko se par karna rahega rakhegi rakhega paise aap hamare chahiye saal mahina wala liye rupaye hain nahin kya kyun mera meri mere hum humein hame tum apna apni apne woh yeh jab phir baad pehle wale wali karo karte karta karti kiya diya diye dete deta liya lete leta milegi milte raha rahi rahe gaya gaye gayi hua hue hota hoti hote kuch koi bahut bohat sirf warna agar bhi hazar mahine ghante ghanta chutti tankhwah naukri kaat lenge denge nhi mat kuchh unhone isme uske iske hamein mujhe mujhse bola bole bolte bolta bolna maanga maango ladke ladki agle aaye aayein aao theek thik aadhi aadha pehli pehla roz subah raat ghar gaon yahan wahan yaha waha jana jaana jao jaane jaakar jaake aakar aake karwa karwate karwaya karwana kara karane karke dega degi dunga doonga hone rakh rakha rakhi rakhne rakhte chalo kehta kehte kaha bataya bhej bhejo bheja sabke kaise kab kahan apke apko aapko aapka aapki unko unse usko isko zyada jyada thoda umar chhod chod nikal nikalna andar bahar lekar leke kyunki kyonki tha thi thhe uthwate saare saari saara kharcha jaldi kaatenge mangta dikha logo logon bande banda ijazat bagair bina tumhari tumhara tumko abhi aaj kal bacche bachche pohanch pohnche pahunch pahunche darkar zaroorat haftay hafte paisay aik mujhay baqi raqam kia dain dein karain karein karen lagi bech samajh milna milta lagta jata jati jate sakte sakta sakti chahte ho hui honge karenge larki larka larke larkiyan larkiyon parega parta batayegi batayega jayega jayegi jayenge zaati",
        "bn": "ghonta chuti vai ase khoroch jonno koren taka hajar thaka amar dibe lagbo pathabo chakri ami apni kaj lagbe hobe beton mash jabe nai dite rakhbe theke korte diye nite parbe tk masher ar hoy hoye hoyeche korbo korle korche kora kore dibo diben lagbena niben nei ache jabo jaben giye ekhane okhane sathe kono kichu amader apnar apnake tomar tader bole bolse bolche betan poisa bidesh apu boin bochor bosor thakte shudhu sudhu porjonto niye niyeche niyese rakhe rakhche rakhse dalal bujhaye korlo dilam dilo nilo lage parbo parbena nijer sob keu keo ei oi tahole jodi kintu ekta ekjon mashe din koray shikhay baire kisu bola jabena uthay geche pathay kauke bolben korben joma ekhoni ferot sesh chaile bolen bollo shesh hole pabi paben ashben asen asben chele meyer meye arek amare tomare beche dise disi diya ashar nise barite basar kotha kothao bolte dey deya kete koraye koranor kaje kajer ber sobai shobai shobar shathe jay jabar jawar bhai dilei nambe nicche korlam lagben chakrir jonne bochorer bosorer boyosh boyos poribar palaile hoite bhalo valo kemne keno tarpor emne joto koto choto ektu prothom dine raat shokal bikal gramer dekha jani janen bujhi parben",
        "si": "eka ekak ekata eken yanna gewanna ganna denna karanna one oni ona nam mama mage mata oyata api apita padi padiya rupiyal wada naha nane epa thiyenawa kiyala kiyanawa hodai laksha lakshayak rata yawanawa ewanna ekka salli nehe inne ayya akka malli nangi eyala mawa gedara enna awa giya dunna gaththa illanawa ganne karala denne baha passe kalin witharak dawas dawasa paya masa masaka mahatthaya madam kiwwa kiuwa karapu thiyana tiyenne tiyenawa ekkala yawanne wadakata hambenne labenne hamba eke udama kawuruth eliyata gihin padiyen kapanawa puluwan danna wage tika ithuru kisi kenekta harima dawasata niwadu langa okkoma gewwa ekai ekayi laga illuwama illuwoth awama awoth giyoth giyama gihilla panala gahanawa mehe mehee ehe wena inna innawa hari hondata kiwwama genalla puluwanda welata welawa denawa nathuwa wisa kohewath yanawanam hambuna aththa wagema",
        "ta": "velai velaiku velaikku sambalam sampalam kattanum kudukanum kodukanum venum vendum illa illai irukku irukum irukkum panam anga inga poi vandha naan enna enga unga neenga namma tharuvanga kidaikum pannanum anupunga seiya mudiyathu koodathu maasam maatham sollranga soldranga sonnanga kudutha kuduthu vaangittan vaangi vachirukanga vechirukanga vachukittanga kasu poganum mudiyadhu mudiyala ille neram veetla mudhalali muthalali irunthu irundhu vanthu vandhu ponga vaanga pannunga naanga enaku enakku ungaluku unakku avanga avan aana aanaal kitta kuda kooda ellam mattum thaan dhaan pesa pannuvanga vela kuduthanga poga solranga yaarum solli epdi oruthar ethuvum tharala kadan varaikum oorukku kulanthaingalum iruken varum rupa kudukala varusham miratturar aalungala maadi seiyuthu thadava masam romba ippo appuram panni soolaiyila munnadi munadi paadhi kettaa kettaal ketta apram apparam mudinja udane irangina ellaar ellarum vaangittaan vaangittaanga vaangura ponaa poitta kedaikum solraan solraanga sonnaan sonnaanga tharuvaan thara maatenguraan maatanga maattanga pannuvaan panniduven miratturaan potturuvaar aagum dhaane paathukanum aanaa engayum paatha meikka vittutanga tharaanga potta kizhichittu podunga sollunga innaiku saayangalam kulla podala munnadiye vara thevai aayiduchu maathikalam latcham aayiram naal veetuku enkitta moolama poraanga oor ponnu ponnoda kalyanam vekkirom nikkanum kattinen vaangurathu endha vaaram oru kondu thambi kaasu illama illaama pannalam",
        "ne": "lakh hajar bujhaye rasid matra chai tirne kharcha chha xa cha lai garne hune parcha parchha lagcha lagchha malai mero tapai hajur paisa dai bhisa rupaiya mahina pathaune gaye aayo hunchha dinu tirnu nepali xaina xan xu chhan chhu thiyo garnu gareko diyeko dieko aayera aaera pugera pugepachi bhanera bhaneko bhane vane vanera bhanxa lagyo lagxa parxa katxa haldinu halnu didaina dinna paudaina hudaina pardaina chaina chhaina sanga samma hami hamlai hamilai hamro timi timro usle dekhi pachi pachhi paxi tirna tireko tiryo manxe manche kasaile maile keta keti haru janxu janchhu yaha tyaha garidinxu milaidinchhu bhayo vayo aaja bata afnai aafnai afno aafno garnuparchha sakepachi sakepachhi dinchhu bhanchha bhanchhan utrinebittikai bittikai bhaye bhayepachi aayepachi aayepachhi aaepachi talab talabko katchha katchhan arko aarko kotha mahinai sabai barsa barsha chahiyo chaheko chahinchha hunchhau kura ghumna janeko futyo natire pariwar hirkauchha dhilo sutauchhan uta jana paindaina bechidiyo garauchha sodhda janchhan gaera rakhera rakheko diyera liyera lagera garera huncha saknuhunchha hunuhunchha parne pathaideu bolauchha dukha thiyena hoina nai gara nagara naaunu bhannu halne aaune rakhne basne hernu magda magyo lagayo diyo garyo gayo bhayena lyapche",
        "ar": "mesh mish shoghl sho8l 3ala 3and 3andi ba3den delwa2ty ma3 el lazem keda 7aga fe basbor feh bs law ana enta enti floos flous rateb ta2shira iqama kafeel lama",
        "am": "selam sira demoz birr bewer befit bicha nesh new ale yelem gar ena ezia wust shi kifya lijoch minim passportsh dirijitu tikefyalesh yikefelal agentu demozu lakulin lakilign kezia wede keza negn alegn yelegn enesu ayidelem alagegnehum wesd wesdew telebirr laki enkeyralen dewl dewel ngeregn azegaj lewereket gudai shih",
        "el": "kai tin ston stin apo gia mou mas tha einai oti doulia douleia lefta afentiko diavatirio misthos mistho grafeio xartia prepei sto kanenan mexri sezon ores",
        "bg": "shte shefa iska iskat mqsto mqstoto darji dyrji rabota rabotata chasa pari zaplata zaplatata trqbva kraq krai nqma bratle lichnata karta dosta firmata",
        "nl": "het een van voor met niet werk loon bij paspoort baas wordt worden werkgever uur dag dagen maand kosten huur zonder geen uw",
    },
}
_USUAL = {"arab": "ar", "cyrl": "ru", "deva": "hi"}  # where no marker word tells more
_ASCII_BLANKS = str.maketrans({chr(code): " " for code in range(0x80) if not chr(code).isalpha()})
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+(?:[\u0900-\u097f]*)")
_LETTERS_TO_UKRAINIAN = frozenset("іїєґ")
_LETTERS_BULGARIAN_LACKS = frozenset("ыэё")
_LETTERS_OF_RUSSIAN = frozenset("ыэёьіїєґ")  # none of them in so many letters: hardly Russian or Ukrainian
_RUSSIAN_BY_NOW = 80  # letters
_VOWEL_OF_BULGARIAN = re.compile(r"ъ(?![еяюё])")  # elsewhere the letter only parts a prefix from these
_LATIN_LETTERS = {  # letters that one language (almost) alone writes
    **dict.fromkeys("ğışİ", "tr"),
    **dict.fromkeys("ățș", "ro"),
    **dict.fromkeys("łąężźśń", "pl"),
    **dict.fromkeys("đơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ", "vi"),
    **dict.fromkeys("ãõ", "pt"),
    "ß": "de",
    "ñ": "es",
}
_ARABIC_LETTERS = {"ٹ": "ur", "ڈ": "ur", "ڑ": "ur", "ے": "ur", "ں": "ur", "ہ": "ur", "ة": "ar", "ى": "ar"}
_LETTERS = {"latn": _LATIN_LETTERS, "arab": _ARABIC_LETTERS}
_NEPALI_ENDINGS = (
    "बाट हरू हरु हरूले हरूलाई पछि ेको ेका नुस् नुहोस् ्छ ्छन् दैन दैनन् सँग लाई ीले ारले टले रले भिसामा ्यो एमा ेमा न्छु छौं ाउने ाउनु इन्छ ँदैन"
)
_ENDINGS: dict[str, tuple[str, tuple[str, ...]]] = {  # endings that one language of a script writes onto its words
    "deva": ("ne", tuple(_NEPALI_ENDINGS.split())),
    "latn": ("ne", ("xa", "xan", "xaina", "daina", "nchha", "rchha", "uchha", "nchhu", "nchhan", "uchhan", "chhaina")),
}
_STOPS = "।॥۔،؛؟"  # stand in the blocks of their scripts
_FEW_WORDS = 6  # fewer telling words leave a close second a chance
_CLOSE = frozenset({"deva", "arab"})  # not Cyrillic: more false alarms than signs there
_ROMANISED = frozenset({"hi", "ne", "bn", "si", "ta"})  # in Latin letters spelt as everybody hears them
_SHORTEST_ENDED = 4  # letters of a word whose ending tells
_TWINS = {"id", "ms"}  # share most of their words: where few tell them apart, a text is read as both
_SWAHILI_VERBS = "nili nime nina nita niki tuli tume tuna wali wame wana wata hatu sija haja haku"  # how they begin
_BEGINNINGS_OF_SWAHILI = tuple(_SWAHILI_VERBS.split())
_SHORTEST_BEGUN = 7  # letters of a word whose beginning tells
_CHARS_KEPT = 8_192
_WORDS_KEPT, _LONGEST_KEPT = 32_768, 64  # words, and letters of one, of which it is remembered what they tell


@cache
def _codes_of_words() -> dict[str, dict[str, tuple[str, ...]]]:
    """Per script, the languages that each marker word speaks for."""
    tables: dict[str, dict[str, tuple[str, ...]]] = {}
    for script, markers in _MARKERS.items():
        table = tables.setdefault(script, {})
        for code, words in markers.items():
            for word in dict.fromkeys(words.split()):
                table[word] = (*table.get(word, ()), code)
    return tables


def guess_languages(text: str) -> tuple[str, ...]:
    """ISO 639-1 codes, the strongest first; several where a text mixes them, () where unknown."""
    window = text[:_WINDOW]
    if "@" in window or "www." in window or "://" in window:
        window = _ADDRESS.sub(" ", window)
    window = window if window.isascii() else _without_signs(window)
    runs = _runs(window)
    signs: Counter[str] = Counter()
    for script, pieces in runs.items():
        weight = sum(map(len, pieces))
        # Kana decides that the Chinese characters beside it are Japanese.
        signs.update(_languages_of(script, pieces, weight, window, japanese="ja" in runs))
    total = sum(signs.values())
    ranked = sorted(signs.items(), key=lambda item: (-item[1], item[0]))
    return tuple(code for code, count in ranked[:3] if count >= max(_MIN_SIGNS, total * _MIN_SHARE))


def _without_signs(window: str) -> str:
    """The window with blanks for quotes, dashes and bullets, if it is ASCII then: many a text is, but for these."""
    plain = window
    for sign in set(window):
        if sign > "\x7f":
            if not _is_sign(sign):
                return window
            plain = plain.replace(sign, " ")
    return plain


def _runs(window: str) -> dict[str, list[str]]:
    """The runs of letters of each script, in the order of the scripts' first letters."""
    if window.isascii():
        return {"latn": window.translate(_ASCII_BLANKS).split()}
    runs = {"latn": pieces} if (pieces := _SCRIPT_RUNS["latn"].findall(window)) else {}
    strange = "".join(char for char in set(window) if char > "\u024f")
    for name, pattern in _SCRIPT_RUNS.items():
        if name != "latn" and pattern.search(strange):
            runs[name] = pattern.findall(window)
    return runs


@lru_cache(_CHARS_KEPT)
def _is_sign(char: str) -> bool:
    """Whether a character is no letter and of none of the scripts."""
    return not _LETTER.match(char) and not any(pattern.match(char) for pattern in _SCRIPT_RUNS.values())


def _languages_of(script: str, pieces: list[str], weight: int, window: str, *, japanese: bool) -> dict[str, int]:
    if script == "hani":
        return {"ja" if japanese else "zh": 2 * weight}
    if script not in _MARKERS:
        return {script: weight}
    votes = _votes(script, pieces, window)
    total = sum(votes.values())
    if not total:
        usual = _USUAL.get(script)
        return {usual: weight} if usual else {}
    best = max(votes.values())
    kept = {code: count for code, count in votes.items() if count >= max(2, 0.3 * best) or count == best}
    if script != "latn":
        return dict.fromkeys(_first_or_close(script, kept), weight)
    # Latin languages share many short words, so a runner-up must be strong to count as mixed.
    distinct = _distinct(kept)
    if best < _FEW_WORDS:
        distinct |= {code: count for code, count in votes.items() if code in _ROMANISED and 2 * count > best}
    return {code: weight * count // total for code, count in distinct.items()}


def _first_or_close(script: str, votes: dict[str, int]) -> list[str]:
    """The best of a script; of few telling words, in some, also a second that has more than half of its votes."""
    if script not in _CLOSE:
        return [max(votes, key=lambda code: votes[code])]
    ranked = sorted(votes, key=lambda code: (-votes[code], code))
    best = votes[ranked[0]]
    return [code for code in ranked[:2] if code == ranked[0] or (best < _FEW_WORDS and 2 * votes[code] > best)]


def _votes(script: str, pieces: list[str], window: str) -> dict[str, int]:
    votes = dict.fromkeys(_MARKERS[script], 0)
    words = _words(script, pieces, window)
    for word, count in Counter(words).items():
        for code in (_told_by if len(word) <= _LONGEST_KEPT else _told)(script, word):
            votes[code] += count
    if script == "cyrl":
        _weigh_cyrillic_letters(votes, pieces, window.lower())
    letters = _LETTERS.get(script)
    if letters is not None and not letters.keys().isdisjoint(window):
        for piece in pieces:
            if not letters.keys().isdisjoint(piece):
                told = [letters[letter] for letter in piece if letter in letters]
                # A Latin word has one vote, however many letters tell.
                for code in set(told) if script == "latn" else told:
                    votes[code] += 1
    return {code: count for code, count in votes.items() if count}


def _words(script: str, pieces: list[str], window: str) -> list[str]:
    """The words of a script in lower case."""
    if script != "latn":
        return [piece.strip(_STOPS).lower() for piece in pieces]
    return " ".join(pieces).lower().split() if window.isascii() else _WORD.findall(window.lower())


def _told(script: str, word: str) -> tuple[str, ...]:
    """The languages for which a word speaks: as it is, by its ending and by its beginning."""
    told = _codes_of_words()[script].get(word, ())
    if script in _ENDINGS and len(word) >= _SHORTEST_ENDED:
        code, endings = _ENDINGS[script]
        told += (code,) if word.endswith(endings) else ()
    if script == "latn" and len(word) >= _SHORTEST_BEGUN and word.startswith(_BEGINNINGS_OF_SWAHILI):
        told += ("sw",)
    return told


_told_by = lru_cache(_WORDS_KEPT)(_told)  # the same, remembered


def _weigh_cyrillic_letters(votes: dict[str, int], pieces: list[str], window: str) -> None:
    """What letters tell of Ukrainian, Bulgarian and their neighbours, added to the votes of words."""
    if not _LETTERS_TO_UKRAINIAN.isdisjoint(window):
        votes["uk"] += 5
    if not _LETTERS_BULGARIAN_LACKS.isdisjoint(window):
        votes["bg"] = 0
    if votes["bg"]:
        votes["bg"] += min(5, len(_VOWEL_OF_BULGARIAN.findall(window)))
        if sum(map(len, pieces)) >= _RUSSIAN_BY_NOW and _LETTERS_OF_RUSSIAN.isdisjoint(window):
            votes["bg"] += 5


def _distinct(votes: dict[str, int]) -> dict[str, int]:
    """Keep the best, and a second only from another family of look-alike languages, or its twin if hardly told apart."""
    families = ({"es", "pt", "it", "fr", "ro"}, {"id", "ms"}, {"de", "nl"}, {"hi", "bn"})
    ranked = sorted(votes, key=lambda code: (-votes[code], code))
    kept: dict[str, int] = {}
    for code in ranked:
        kin = next((family for family in families if code in family), {code})
        near = {code, ranked[0]} == _TWINS and 2 * votes[code] >= votes[ranked[0]]
        if near or (not kin & kept.keys() and (not kept or votes[code] >= 3)):
            kept[code] = votes[code]
    return kept
